// Reads what the bot sent back into ids, so that a test checks what was said and not how the author worded it.
import type { Activity } from 'botbuilder';
import type { KnowledgeBase } from '../../src/domain/knowledgeBase';
import { PRIVACY } from '../../src/domain/decision';
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
  'enough',
  'toldAboutSelf',
  'changeNothing',
  'changeKept',
  'noResultYet',
  'nothingToCancel',
  'nothingToGoBack',
  'firstQuestionAlready',
  'clearedContext',
  'tookBack',
  'moreOfNothing',
  'noMore',
  'sourcesOfNothing',
  'sourcesOfOwn',
];

export function createReader(knowledge: KnowledgeBase): Reader {
  const { phrases, questionnaire, roles } = knowledge;
  const entries = [...knowledge.entries.values()];
  const questions = questionsOf(questionnaire);
  /** Where a phrase with `{values}` opens a text, the values; undefined where it does not. */
  const valuesIn = (id: PhraseId, text: string): string[] | undefined =>
    patternOf(phrases[id]).exec(text)?.slice(1);
  const roleTitled = (title = ''): string => roles.find((role) => role.title === title)?.id ?? title;

  /** The result, or the summary of it, which is the same without the last line. */
  const recommendation = (text: string): Said | undefined => {
    const headline = text.startsWith(phrases.resultTitle)
      ? text.slice(phrases.resultTitle.length).trim()
      : text;
    const role =
      valuesIn('advised', headline)?.[0] ??
      valuesIn('advisedBlocked', headline)?.[1] ??
      valuesIn('advisedLittleKnown', headline)?.[0];
    const outcome = role
      ? roleTitled(role)
      : headline.startsWith(phrases.adviceNone)
        ? 'none'
        : headline.startsWith(phrases.adviceUnknown)
          ? 'unknown'
          : undefined;
    if (outcome === undefined) return undefined;
    const hurdles = Object.entries(questionnaire.hurdles).filter(([, { advice }]) => text.includes(advice));
    const paragraphs = headline.split('\n\n');
    const closeness = (['advisedClear', 'advisedClose', 'advisedLittleKnown'] as const).filter((id) =>
      paragraphs.some((paragraph) => valuesIn(id, paragraph)),
    );
    return {
      is: [`${text.includes(phrases.adviceNext) ? 'recommendation' : 'summary'}:${outcome}`],
      also: [
        ...hurdles.map(([id]) => `hurdle:${id}`),
        ...closeness,
        ...(valuesIn('advisedBlocked', headline) ? ['blocked'] : []),
      ],
    };
  };

  const question = (text: string): Said | undefined => {
    const asked = questions.find((each) => text.includes(each.text));
    const [number, total] = valuesIn('progress', text) ?? [];
    if (!asked) return undefined;
    if (valuesIn('changeNow', text)) return { is: [`change:${asked.id}`], also: [] };
    return number ? { is: [`question:${asked.id}`], also: [`${number}/${total}`] } : undefined;
  };

  const menu = (text: string): Said | undefined => {
    const shown = (['welcomeBack', 'keptOpen', 'keptResult', 'changeWhich'] as const).find((id) =>
      text.startsWith(phrases[id]),
    );
    return shown && { is: [`menu:${shown}`], also: [] };
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
    const beside = questions.find((each) => each.beside && patternOf(each.beside.text).test(text));
    if (chat) return { is: [chat.id], also: [] };
    const privacy = knowledge.chat.get(PRIVACY)?.answer;
    // What is kept of the person follows.
    if (privacy && text.startsWith(`${privacy}\n\n`)) return { is: [PRIVACY], also: [] };
    if (safety) return { is: [`safety:${safety.id}`], also: [] };
    if (background) return { is: ['fallback'], also: [`background:${background.id}`] };
    if (whole) return { is: [whole], also: [] };
    if (uncovered) return { is: [`uncovered:${roleTitled(uncovered[0])}`], also: [] };
    if (noted) return { is: ['noted'], also: [] };
    if (stage) return { is: [`stage:${stage.id}`], also: [] };
    if (why) return { is: [`why:${why.id}`], also: [] };
    if (beside) return { is: [`beside:${beside.id}`], also: [] };
    if (text.startsWith(phrases.askNext)) return { is: [], also: [] };
    if (valuesIn('resultLink', text)) return { is: ['resultLink'], also: [] };
    if (entries.some(({ more }) => more && text.includes(more.text))) return { is: ['more'], also: [] };
    if (valuesIn('sourceRead', text.replace(/^- /, ''))) return { is: ['sources'], also: [] };
    if (text.startsWith(phrases.explained)) return { is: ['explanation'], also: [] };
    return undefined;
  };

  return (message) => {
    const text = textOf(message);
    return (
      line(text) ??
      clarify(message, text) ??
      question(text) ??
      menu(text) ??
      recommendation(text) ??
      answer(text) ?? { is: [`unexpected: ${text}`], also: [] }
    );
  };
}

/** A text with `{values}` as it opens a message. */
function patternOf(template: string): RegExp {
  const pattern = template.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(/\{\w+\}/g, '(.+?)');
  return new RegExp(`^${pattern}(?:\\s|$)`);
}

interface Card {
  readonly text?: string;
  /** Of an Adaptive Card: all that it says. */
  readonly fallbackText?: string;
  readonly buttons?: readonly { readonly title: string }[];
  readonly body?: readonly Element[];
}

/** Of an Adaptive Card: what may hold a button. */
interface Element {
  readonly actions?: readonly { readonly title: string }[];
  readonly selectAction?: { readonly title: string };
}

const cardsOf = ({ attachments = [] }: Partial<Activity>): Card[] =>
  attachments.map(({ content }) => content as Card);

/** The words of a message, whether they stand in its text or on a card, without signs of Markdown. */
export const textOf = (message: Partial<Activity>): string =>
  [message.text ?? '', ...cardsOf(message).map(({ text, fallbackText }) => text ?? fallbackText ?? '')]
    .filter((text) => text !== '')
    .join('\n\n')
    .replaceAll(/\*\*|\\(?=[^\w\s])/g, '');

/** What a person can press. */
export const buttonsOf = (message: Partial<Activity>): string[] => [
  ...(message.suggestedActions?.actions ?? []).map(({ title }) => title),
  ...cardsOf(message).flatMap(({ buttons = [] }) => buttons.map(({ title }) => title)),
  ...cardsOf(message)
    .flatMap(({ body = [] }) => body)
    .flatMap(({ actions = [], selectAction }) => [...actions, ...(selectAction ? [selectAction] : [])])
    .map(({ title }) => title),
];
