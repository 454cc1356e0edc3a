// What a client may post into its conversation: known fields with their types, all others left out.
import { z } from 'zod';
import { MOST_MESSAGE } from '../domain/limits';
import { withoutControls } from '../domain/plainText';
import { HttpError } from '../http/httpError';

/** Characters of JSON; cards and buttons of ours send far less, and what is posted here is sent to each window again. */
const MAX_VALUE = 2000;

const value = z.unknown().refine((given) => (JSON.stringify(given)?.length ?? 0) <= MAX_VALUE);

/** Web Chat makes up an id for each activity, to find its own again, and marks what is not to be shown. */
const channelData = z.object({
  clientActivityID: z
    .string()
    .regex(/^[\x20-\x7e]{1,200}$/)
    .optional(),
  postBack: z.boolean().optional(),
  messageBack: value.optional(),
});

/** BCP 47. */
export const locale = z.string().regex(/^[\w-]{0,100}$/);

const clientActivity = z.object({
  type: z.enum(['message', 'event', 'typing']),
  text: z.string().transform(withoutControls).optional(),
  textFormat: z.enum(['plain', 'markdown', 'xml']).optional(),
  locale: locale.optional(),
  name: z.string().max(200).optional(),
  value: value.optional(),
  channelData: channelData.nullish().transform((data) => data ?? undefined),
  attachments: z.array(z.unknown()).nullish(),
});

export type ClientActivity = Omit<z.infer<typeof clientActivity>, 'attachments'>;

/**
 * @param body as parsed from JSON
 * @throws HttpError 400 that names the first wrong field, never its value; 413 for a text over MOST_MESSAGE
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
  if ((activity.text?.length ?? 0) > MOST_MESSAGE) {
    throw new HttpError(413, 'text-too-long', `A message may have up to ${MOST_MESSAGE} characters.`);
  }
  return activity;
}

export const noFiles = (): HttpError =>
  new HttpError(415, 'files-not-taken', 'This bot reads text only; it takes no files.');
