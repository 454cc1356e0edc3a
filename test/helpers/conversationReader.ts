// Reads what the bot sent back into ids, so that a test checks what was said and not how the author worded it.
import type { Activity } from 'botbuilder';
import type { KnowledgeBase } from '../../src/domain/knowledgeBase';
import type { PhraseId } from '../../src/domain/phrases';
import { questionsOf } from '../../src/domain/questionnaire';

/** One message of the bot. */
export interface Said {
  /** What it is: `coding.pay`, both ids where two roles stand side by side, `question:schooling`, `fallback` ... */
  readonly is: readonly string[];
  /** What else is true of it: `2/11`, `hurdle:no-diploma`, the ids offered ... */
  readonly also: readonly string[];
}

export type Reader = (message: Partial<Activity>) => Said;

/** Phrases that are messages of their own. */
const WHOLE: readonly PhraseId[] = [
  'welcome',
  'error',
  'emptyMessage',
  'fallback',
  'clarifyDismissed',
  'notAnOption',
  'skipped',
  'nothingToCancel',
  'nothingToGoBack',
  'firstQuestionAlready',
  'clearedContext',
];

export function createReader(knowledge: KnowledgeBase): Reader {
  const { phrases, questionnaire, roles } = knowledge;
  const entries = [...knowledge.entries.values()];
  const questions = questionsOf(questionnaire);
  /** Where a phrase with `{values}` opens a text, the values; undefined where it does not. */
  const valuesIn = (id: PhraseId, text: string): string[] | undefined => {
    const pattern = phrases[id].replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(/\{\w+\}/g, '(.+?)');
    return new RegExp(`^${pattern}(?:\\s|$)`).exec(text)?.slice(1);
  };
  const roleTitled = (title = ''): string => roles.find((role) => role.title === title)?.id ?? title;

  const recommendation = (text: string): Said | undefined => {
    const role = valuesIn('advised', text);
    if (!role && !text.startsWith(phrases.adviceNone)) return undefined;
    const hurdles = Object.entries(questionnaire.hurdles).filter(([, { advice }]) => text.includes(advice));
    const paragraphs = text.split('\n\n');
    const closeness = (['advisedClear', 'advisedClose', 'advisedLittleKnown'] as const).filter((id) =>
      paragraphs.some((paragraph) => valuesIn(id, paragraph)),
    );
    return {
      is: [`recommendation:${role ? roleTitled(role[0]) : 'none'}`],
      also: [...hurdles.map(([id]) => `hurdle:${id}`), ...closeness],
    };
  };

  const question = (text: string): Said | undefined => {
    const [number, total] = valuesIn('progress', text) ?? [];
    const asked = questions.find((each) => text.includes(each.text));
    return number && asked ? { is: [`question:${asked.id}`], also: [`${number}/${total}`] } : undefined;
  };

  const clarify = (message: Partial<Activity>, text: string): Said | undefined => {
    if (!text.startsWith(phrases.clarify)) return undefined;
    const shown = `${text}\n${buttonsOf(message).join('\n')}`;
    const offers = entries.filter((entry) => shown.includes(entry.question));
    const place = (asked: string): number => shown.indexOf(asked);
    const inOrder = [...offers].sort((one, other) => place(one.question) - place(other.question));
    return { is: ['clarify'], also: inOrder.map(({ id }) => id) };
  };

  const answer = (text: string): Said | undefined => {
    const answered = entries.filter((entry) => text.includes(entry.answer));
    return answered.length > 0 ? { is: answered.map(({ id }) => id), also: [] } : undefined;
  };

  const line = (text: string): Said | undefined => {
    const chat = [...knowledge.chat.values()].find((entry) => entry.answer === text);
    const safety = knowledge.safety.find(({ reply }) => reply === text);
    const background = knowledge.background.find(({ reply }) => reply === text);
    const whole = WHOLE.find((id) => phrases[id] === text);
    const uncovered = valuesIn('uncovered', text);
    const noted = valuesIn('noted', text);
    const stage = questionnaire.stages.find(({ intro }) => text.startsWith(intro));
    const why = questions.find((each) => each.why === text);
    if (chat) return { is: [chat.id], also: [] };
    if (safety) return { is: [`safety:${safety.id}`], also: [] };
    if (background) return { is: ['fallback'], also: [`background:${background.id}`] };
    if (whole) return { is: [whole], also: [] };
    if (uncovered) return { is: [`uncovered:${roleTitled(uncovered[0])}`], also: [] };
    if (noted) return { is: ['noted'], also: [] };
    if (stage) return { is: [`stage:${stage.id}`], also: [] };
    if (why) return { is: [`why:${why.id}`], also: [] };
    return undefined;
  };

  return (message) => {
    const text = textOf(message);
    return (
      line(text) ??
      clarify(message, text) ??
      question(text) ??
      recommendation(text) ??
      answer(text) ?? { is: [`unexpected: ${text}`], also: [] }
    );
  };
}

interface Card {
  readonly text?: string;
  readonly buttons?: readonly { readonly title: string }[];
}

const cardsOf = ({ attachments = [] }: Partial<Activity>): Card[] =>
  attachments.map(({ content }) => content as Card);

/** The words of a message, whether they stand in its text or on a card. */
export const textOf = (message: Partial<Activity>): string =>
  [message.text ?? '', ...cardsOf(message).map(({ text = '' }) => text)]
    .filter((text) => text !== '')
    .join('\n');

/** What a person can press. */
export const buttonsOf = (message: Partial<Activity>): string[] => [
  ...(message.suggestedActions?.actions ?? []).map(({ title }) => title),
  ...cardsOf(message).flatMap(({ buttons = [] }) => buttons.map(({ title }) => title)),
];
