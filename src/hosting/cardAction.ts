// `adaptiveCard/action`: a press on a button of a card is answered with the card as it is from then on.
// https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model
import {
  ActivityTypes,
  StatusCodes,
  type Activity,
  type Attachment,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import type { Logger } from 'pino';
import { z } from 'zod';
import { isGroup } from '../domain/conversationKey';
import type { FaqId } from '../domain/faq';
import type { SpokenKnowledge } from '../domain/knowledgeBase';
import type { Press } from '../domain/press';
import { addressed } from '../presenters/address';
import { ASK, askCard, CHOOSE, chosenCard, closedCard, type Ask } from '../presenters/choiceCard';
import { bringPress, outcomeOfPress } from '../turns/presses';
import { turnFields } from '../logging';

export const CARD_ACTION = 'adaptiveCard/action';

export interface CardActionOptions {
  /** Runs the turn; what the press says stands in the activity by then. */
  readonly run: (context: TurnContext) => Promise<void>;
  readonly knowledge: Pick<SpokenKnowledge, 'entries' | 'phrases'>;
  readonly logger: Logger;
}

/** Characters and questions; our cards have fewer. */
const MOST = 2000;
const MOST_QUESTIONS = 10;

const id = z.string().min(1).max(MOST);
const faqId = id.transform((text) => text as FaqId);

const pressed = z.object({
  action: z.discriminatedUnion('verb', [
    z.object({ verb: z.literal(CHOOSE), data: z.object({ card: id, choice: id }) }),
    z.object({
      verb: z.literal(ASK),
      data: z.object({ ask: faqId, of: z.array(faqId).max(MOST_QUESTIONS) }),
    }),
  ]),
});

/**
 * @returns what the invoke is answered with, always with HTTP 200 as the protocol wants; a press that is none of our
 *   buttons' is told so, and changes nothing
 */
export async function answerCardAction(
  context: TurnContext,
  options: CardActionOptions,
): Promise<InvokeResponse> {
  const parsed = pressed.safeParse(context.activity.value);
  if (!parsed.success) {
    const { BAD_REQUEST } = StatusCodes;
    const value = { code: 'BadRequest', message: options.knowledge.phrases.cardClosed };
    return respond('application/vnd.microsoft.error', value, BAD_REQUEST);
  }
  const { action } = parsed.data;
  return action.verb === ASK
    ? answerAsk(context, action.data, options)
    : answerChoice(context, action.data, options);
}

/** Answers the question as if the person had typed it; those that were beside it stay on the card. */
async function answerAsk(
  context: TurnContext,
  { ask, of }: Ask,
  { run, knowledge: { entries, phrases } }: CardActionOptions,
): Promise<InvokeResponse> {
  const asked = entries.get(ask);
  if (!asked) return card(closedCard(phrases.cardClosed));
  context.activity.text = asked.question;
  await run(context);
  const left = of.flatMap((each) => (each === ask ? [] : (entries.get(each) ?? [])));
  return card(askCard(phrases.askNext, left, [asked.question]));
}

async function answerChoice(
  context: TurnContext,
  press: Press,
  { run, knowledge: { phrases }, logger }: CardActionOptions,
): Promise<InvokeResponse> {
  bringPress(context, press);
  await run(context);
  const outcome = outcomeOfPress(context);
  const inGroup = isGroup(context.activity);
  if (outcome?.kind !== 'taken') {
    // In a group the card may be open for somebody else, for whom it stays as it is.
    return inGroup ? notice(phrases.cardNotYours) : card(closedCard(phrases.cardClosed));
  }
  const chosen = chosenCard(outcome.question, press.choice);
  if (!inGroup) return card(chosen);
  const message = addressed(phrases, { attachments: [chosen] }, context.activity.from, false);
  await showToAll(context, message, logger);
  return card(message.attachments![0]!);
}

/** The answer to an invoke changes the card for the one who pressed; the others see it once the message is edited. */
async function showToAll(context: TurnContext, message: Partial<Activity>, logger: Logger): Promise<void> {
  const { replyToId } = context.activity;
  if (!replyToId) return;
  await context
    .updateActivity({ ...message, type: ActivityTypes.Message, id: replyToId })
    .catch((err: unknown) =>
      logger.warn({ ...turnFields(context.activity), err }, 'the card was not changed for all'),
    );
}

const card = ({ contentType, content }: Attachment): InvokeResponse => respond(contentType, content);

const notice = (text: string): InvokeResponse => respond('application/vnd.microsoft.activity.message', text);

const respond = (type: string, value: unknown, statusCode = StatusCodes.OK): InvokeResponse => ({
  status: StatusCodes.OK,
  body: { statusCode, type, value },
});
