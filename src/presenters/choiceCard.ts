// A question with its choices as an Adaptive Card whose buttons know their card, and the same card once it is done with.
import { CardFactory, type Attachment } from 'botbuilder';
import type { Answer, FaqId } from '../domain/faq';
import type { OpenCard, Press } from '../domain/press';
import { textBlock, type CardElement } from './cardElements';
import { escapeMarkdown } from './markdown';

/** What the buttons are called in the invoke: one that answers a question of ours, and one that asks one. */
export const CHOOSE = 'choose';
export const ASK = 'ask';

/** A question that the bot can answer. */
export type Askable = Pick<Answer, 'id' | 'question'>;

/** What a button that asks carries: its question, and all that its card had. */
export interface Ask {
  readonly ask: FaqId;
  readonly of: readonly FaqId[];
}

/** The oldest version with buttons that change their card. Teams draws up to 1.5. */
const VERSION = '1.4';

/** Clients draw at least so many buttons of one row, and Teams cuts off what does not fit on one line. */
const MOST_BUTTONS = 5;
const LONGEST_BUTTON = 20;

/** The question, and a button for each label; `card.id` goes with every button. */
export const choiceCard = (card: OpenCard, labels: readonly string[]): Attachment =>
  adaptiveCard(
    [
      textBlock(card.question),
      ...buttons(labels.map((choice) => execute(CHOOSE, choice, { card: card.id, choice } satisfies Press))),
    ],
    [card.question, ...labels.map((label, at) => `${at + 1}. ${escapeMarkdown(label)}`)],
  );

/** The card of a question that was answered: no button is left to press. */
export const chosenCard = (question: string, chosen: string): Attachment =>
  adaptiveCard(
    [
      textBlock(question, { isSubtle: true }),
      textBlock(`✓ ${escapeMarkdown(chosen)}`, { weight: 'bolder', spacing: 'small' }),
    ],
    [question, `✓ ${escapeMarkdown(chosen)}`],
  );

/** The card of a question that is not open any more. */
export const closedCard = (note: string): Attachment =>
  adaptiveCard([textBlock(note, { isSubtle: true })], [note]);

/** Questions to ask next, each on a button. @param asked what was asked from it before */
export const askCard = (
  intro: string,
  questions: readonly Askable[],
  asked: readonly string[] = [],
): Attachment =>
  adaptiveCard(
    [
      textBlock(intro, { isSubtle: true }),
      ...asked.map((question) => textBlock(`✓ ${escapeMarkdown(question)}`, { spacing: 'small' })),
      ...buttons(
        questions.map(({ id, question }) => {
          const of = questions.map((each) => each.id);
          return execute(ASK, question, { ask: id, of } satisfies Ask);
        }),
      ),
    ],
    [
      intro,
      ...asked.map((question) => `✓ ${escapeMarkdown(question)}`),
      ...questions.map(({ question }) => `- ${escapeMarkdown(question)}`),
    ],
  );

interface Button extends CardElement {
  readonly title: string;
}

/** A press comes back as an invoke; a client that is too old for that types the title for the person. */
const execute = (verb: string, title: string, data: object): Button => ({
  type: 'Action.Execute',
  verb,
  title,
  data,
  fallback: { type: 'Action.Submit', title, data: { msteams: { type: 'imBack', value: title } } },
});

/** Short labels as rows of buttons; longer ones as lines that can be pressed, for they wrap. */
function buttons(actions: readonly Button[]): readonly CardElement[] {
  if (actions.some(({ title }) => title.length > LONGEST_BUTTON)) {
    return actions.map((action, at) => ({
      type: 'Container',
      style: 'emphasis',
      spacing: at === 0 ? 'medium' : 'small',
      selectAction: action,
      items: [textBlock(escapeMarkdown(action.title), { color: 'accent' })],
    }));
  }
  const rows = Math.ceil(actions.length / MOST_BUTTONS);
  return Array.from({ length: rows }, (_, row) => ({
    type: 'ActionSet',
    actions: actions.slice(row * MOST_BUTTONS, (row + 1) * MOST_BUTTONS),
  }));
}

const adaptiveCard = (body: readonly CardElement[], paragraphs: readonly string[]): Attachment =>
  CardFactory.adaptiveCard({
    type: 'AdaptiveCard',
    version: VERSION,
    lang: 'en',
    fallbackText: paragraphs.join('\n\n'),
    body,
  });
