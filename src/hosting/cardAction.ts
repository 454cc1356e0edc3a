// `adaptiveCard/action`: a press on a button of a card is answered with the card as it is from then on.
// https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model
import {
  ActivityTypes,
  StatusCodes,
  type Attachment,
  type InvokeResponse,
  type StatePropertyAccessor,
  type TurnContext,
} from 'botbuilder';
import type { Logger } from 'pino';
import { z } from 'zod';
import { isGroup } from '../domain/conversationKey';
import type { FaqId } from '../domain/faq';
import type { SpokenKnowledge } from '../domain/knowledgeBase';
import type { Phrases } from '../domain/phrases';
import type { Press } from '../domain/press';
import { addressed } from '../presenters/address';
import { channelIn } from '../presenters/channel';
import { ASK, askCard, CHOOSE, chosenCard, closedCard, type Ask } from '../presenters/choiceCard';
import { bringPress, outcomeOfPress } from '../turns/presses';
import { turnFields } from '../logging';
import { withTurnDeadline } from './deadline';

export const CARD_ACTION = 'adaptiveCard/action';

export interface CardActionOptions {
  /** Runs the turn; what the press says stands in the activity by then. */
  readonly run: (context: TurnContext) => Promise<void>;
  readonly knowledge: Pick<SpokenKnowledge, 'entries' | 'phrases'>;
  /** The last press that was taken; in the state of the talk. */
  readonly takenPress: StatePropertyAccessor<TakenPress>;
  readonly logger: Logger;
}

export interface TakenPress extends Press {
  readonly question: string;
}

/** The person waits for the answer to the press, which is there by then. */
const CHANGE_TIMEOUT_MS = 2000;

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
  return card(shown(context, phrases, askCard(phrases.askNext, left, [asked.question])));
}

async function answerChoice(
  context: TurnContext,
  press: Press,
  { run, knowledge: { phrases }, takenPress, logger }: CardActionOptions,
): Promise<InvokeResponse> {
  bringPress(context, press);
  await run(context);
  const outcome = outcomeOfPress(context);
  if (outcome?.kind === 'taken') {
    const taken = { card: press.card, choice: press.choice, question: outcome.question };
    await takenPress.set(context, taken);
    return card(await showChosen(context, phrases, taken, logger));
  }
  // Pressed twice, or sent again: the card goes on showing what was taken.
  const before = await takenPress.get(context);
  if (before?.card === press.card) {
    return card(shown(context, phrases, chosenCard(before.question, before.choice)));
  }
  // In a group the card may be open for somebody else, for whom it stays as it is.
  return isGroup(context.activity) ? notice(phrases.cardNotYours) : card(closedCard(phrases.cardClosed));
}

/** The answer to an invoke changes the card for the one who pressed; the others see it once the message is edited. */
async function showChosen(
  context: TurnContext,
  phrases: Phrases,
  { question, choice }: TakenPress,
  logger: Logger,
): Promise<Attachment> {
  const chosen = shown(context, phrases, chosenCard(question, choice));
  const { replyToId: id } = context.activity;
  if (isGroup(context.activity) && id) {
    const message = { type: ActivityTypes.Message, id, attachments: [chosen] };
    await withTurnDeadline(
      context,
      () => context.updateActivity(message),
      CHANGE_TIMEOUT_MS,
      'changing the card',
    ).catch((err: unknown) =>
      logger.warn({ ...turnFields(context.activity), err }, 'the card was not changed for all'),
    );
  }
  return chosen;
}

/** In a group with the name of the person whose card it is. */
const shown = (context: TurnContext, phrases: Phrases, attachment: Attachment): Attachment =>
  channelIn(context).mentions
    ? addressed(phrases, { attachments: [attachment] }, context.activity.from, false).attachments![0]!
    : attachment;

const card = ({ contentType, content }: Attachment): InvokeResponse => respond(contentType, content);

const notice = (text: string): InvokeResponse => respond('application/vnd.microsoft.activity.message', text);

const respond = (type: string, value: unknown, statusCode = StatusCodes.OK): InvokeResponse => ({
  status: StatusCodes.OK,
  body: { statusCode, type, value },
});
