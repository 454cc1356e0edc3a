// What a client may post into its conversation: known fields with their types, all others left out.
import { z } from 'zod';
import { HttpError } from '../http/httpError';

/** UTF-16 units of a message; questions are far shorter, and the text box of the widget stops here too. */
export const MAX_MESSAGE = 4000;

/** Web Chat makes up an id for each activity, to find its own again, and marks what is not to be shown. */
const channelData = z.object({
  clientActivityID: z.string().min(1).max(200).optional(),
  postBack: z.boolean().optional(),
  messageBack: z.unknown().optional(),
});

const clientActivity = z.object({
  type: z.enum(['message', 'event', 'typing']),
  text: z.string().optional(),
  textFormat: z.enum(['plain', 'markdown', 'xml']).optional(),
  locale: z.string().max(100).optional(),
  name: z.string().max(200).optional(),
  value: z.unknown().optional(),
  channelData: channelData.nullish().transform((data) => data ?? undefined),
  attachments: z.array(z.unknown()).nullish(),
});

export type ClientActivity = Omit<z.infer<typeof clientActivity>, 'attachments'>;

/**
 * @param body as parsed from JSON
 * @throws HttpError 400 that names the first wrong field, never its value; 413 for a text over MAX_MESSAGE
 */
export function parseClientActivity(body: unknown): ClientActivity {
  const parsed = clientActivity.safeParse(body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue?.path.map(String).join('.') || 'the body';
    throw new HttpError(400, 'invalid-activity', `This is no activity to post here: ${where} is wrong.`);
  }
  const { attachments, ...activity } = parsed.data;
  if (attachments && attachments.length > 0) throw noFiles();
  if ((activity.text?.length ?? 0) > MAX_MESSAGE) {
    throw new HttpError(413, 'text-too-long', `A message may have up to ${MAX_MESSAGE} characters.`);
  }
  return activity;
}

export const noFiles = (): HttpError =>
  new HttpError(415, 'files-not-taken', 'This bot reads text only; it takes no files.');
