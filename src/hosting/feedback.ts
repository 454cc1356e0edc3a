// `message/submitAction`: what a person says about an answer, kept with what was answered and without who said it.
import { StatusCodes, type InvokeResponse, type StatePropertyAccessor, type TurnContext } from 'botbuilder';
import { z } from 'zod';
import { anonymous } from '../domain/anonymous';
import { withoutControls } from '../domain/plainText';
import { talkKey } from '../domain/conversationKey';
import type { Feedback, RatedMessage } from '../domain/feedback';

export const SUBMIT_ACTION = 'message/submitAction';

export interface FeedbackOptions {
  /** In the state of the talk. */
  readonly ratedMessages: StatePropertyAccessor<readonly RatedMessage[]>;
  /** @param talk as from talkKey() */
  readonly add: (feedback: Feedback, talk: string) => Promise<void>;
}

/** Characters of a comment; what is longer is cut. */
const MOST_COMMENT = 1000;

const submitted = z.object({
  actionName: z.literal('feedback'),
  actionValue: z.object({
    reaction: z.enum(['like', 'dislike']),
    feedback: z.string().max(20_000).nullish(),
  }),
});

const form = z.object({ feedbackText: z.string() });

/** @returns 200 also where the message is not known any more, for the person can do nothing about it */
export async function takeFeedback(
  context: TurnContext,
  { ratedMessages, add }: FeedbackOptions,
): Promise<InvokeResponse> {
  const { replyToId } = context.activity;
  const parsed = submitted.safeParse(context.activity.value);
  if (!parsed.success) return { status: StatusCodes.BAD_REQUEST };
  const rated = await ratedMessages.get(context, []);
  // The Agents Playground does not say which message is meant.
  const message = replyToId ? rated.find(({ id }) => id === replyToId) : rated.at(-1);
  if (message && !message.isRated) {
    const { reaction, feedback } = parsed.data.actionValue;
    // Cut once it is anonymous: half an address would look like none.
    const comment = anonymous(withoutControls(textIn(feedback ?? '')).slice(0, 4 * MOST_COMMENT))
      .slice(0, MOST_COMMENT)
      .trim();
    const given: Feedback = { intents: message.intents, reaction, ...(comment && { comment }) };
    await add(given, talkKey(context.activity));
    await ratedMessages.set(
      context,
      rated.map((each) => (each === message ? { ...each, isRated: true } : each)),
    );
  }
  return { status: StatusCodes.OK, body: {} };
}

/** Teams sends its form as JSON within the JSON, the Agents Playground the bare text. */
function textIn(feedback: string): string {
  try {
    return form.parse(JSON.parse(feedback)).feedbackText;
  } catch {
    return feedback;
  }
}
