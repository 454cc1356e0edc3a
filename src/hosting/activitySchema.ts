// What the bot accepts as an Activity: the fields it relies on have their types, all others pass through untouched.
// Required fields follow the Activity specification (A2010, A2020, A2060, A2070, A2080, A2300).
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { MOST_MESSAGE } from '../domain/limits';
import { withoutControls } from '../domain/plainText';
import { HttpError } from '../http/httpError';

/** Characters; ids become keys in the database and live in the conversation's state. */
const MAX_ID = 1000;

/** Notices about the conversation itself, which may reach several parties and so name no recipient (A2070). */
const WITHOUT_RECIPIENT = ['conversationUpdate', 'installationUpdate'];

// Half a character cannot be written into the address of a request, nor a sign that controls into the key of every database.
const shortWord = z
  .string()
  .max(MAX_ID)
  .regex(/^[^\p{Surrogate}\p{Cc}]*$/u);
const id = shortWord.min(1);
/** The SDK sends it in a header too, which holds no other signs. */
const conversationId = id.regex(/^[\x20-\xff]*$/);
const shortText = absent(shortWord);
const name = absent(z.string().max(MAX_ID));
/** Each goes back with every reply, where the SDK refuses other types. */
const account = z.looseObject({ id, name, aadObjectId: shortText, role: shortText });
const conversation = z.looseObject({
  id: conversationId,
  name,
  isGroup: absent(z.boolean()),
  conversationType: shortText,
  tenantId: shortText,
  aadObjectId: shortText,
  role: shortText,
});
const accounts = absent(z.array(account));
const objects = absent(z.array(z.looseObject({})));
/** The SDK expects dates; one that cannot be read is dropped, as nothing here depends on it. */
const date = absent(z.string()).transform((text) =>
  text && !Number.isNaN(Date.parse(text)) ? new Date(text) : undefined,
);

const activity = z
  .looseObject({
    type: z.string().min(1).max(100),
    id: shortText,
    // No slash: channel and conversation ids are joined by slashes to the keys of the state.
    channelId: z
      .string()
      .max(100)
      .regex(/^[\w.:-]+$/),
    conversation,
    from: account,
    recipient: absent(account),
    serviceUrl: absent(z.string().max(2000)),
    deliveryMode: shortText,
    text: absent(z.string()).transform((text) => text && cut(text)),
    locale: shortText,
    name: shortText,
    action: shortText,
    replyToId: shortText,
    timestamp: date,
    localTimestamp: date,
    expiration: date,
    membersAdded: accounts,
    membersRemoved: accounts,
    attachments: objects,
    entities: objects,
  })
  .refine(({ type, recipient }) => recipient !== undefined || WITHOUT_RECIPIENT.includes(type), {
    path: ['recipient'],
    error: 'is missing',
  })
  // Replies to expectReplies ride on the response, so there is no address to send them to.
  .refine(({ serviceUrl, deliveryMode }) => serviceUrl !== undefined || deliveryMode === 'expectReplies', {
    path: ['serviceUrl'],
    error: 'is missing',
  });

/**
 * Parses a body to an Activity; absent and null are both undefined in the result.
 * @throws HttpError 400 that names the first wrong field, never its value
 */
export function parseActivity(body: unknown): Activity {
  const parsed = activity.safeParse(body);
  // The SDK's type also demands fields that no channel sends (`label`, `listenFor`).
  if (parsed.success) return parsed.data as unknown as Activity;
  const [issue] = parsed.error.issues;
  const where = issue?.path.map(String).join('.') || 'the body';
  throw new HttpError(
    400,
    'invalid-activity',
    `This is not an Activity: ${where}: ${issue?.message ?? 'is wrong'}.`,
  );
}

function absent<T extends z.ZodType>(schema: T) {
  return schema.nullish().transform((value) => value ?? undefined);
}

/** A longer text is cut, not refused: the person still gets an answer. Cut to MOST_MESSAGE, but not through the middle of a character. */
function cut(text: string): string {
  return withoutControls(text)
    .slice(0, MOST_MESSAGE)
    .replace(/[\uD800-\uDBFF]$/, '');
}
