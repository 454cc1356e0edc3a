// What a message is in the guided advice: an answer, something told, a question of the person's own, or neither.
import { openQuestions, type AdviceSession } from './advice';
import type { AdviceReading, Statement } from './adviceReading';
import type { Decision } from './decision';
import type { Question, Questionnaire } from './questionnaire';
import type { Recognition } from './recognition';

export type Heard =
  | { readonly kind: 'why' }
  | { readonly kind: 'skip' }
  | { readonly kind: 'wrong' }
  /** `inSoManyWords`: the whole message is the option, so that it can be nothing else. */
  | { readonly kind: 'told'; readonly statements: readonly Statement[]; readonly inSoManyWords: boolean }
  /** To be answered first; what it tells beside that counts too. */
  | { readonly kind: 'asked'; readonly statements: readonly Statement[] }
  | { readonly kind: 'unclear' };

/**
 * From this confidence on (0..1) a message is a question though it has no form of one: "coder salary". When it was
 * chosen, on the development splits, 29 of 1,079 questions would have been noted as statements without it; it took two thirds
 * of them back, at the price of one statement in 141.
 */
const CLEARLY_ASKED = 0.97;

/**
 * @param question the open one
 * @param decisions what the message would be answered by if no question were open
 */
export function hear(
  questionnaire: Questionnaire,
  session: AdviceSession,
  question: Question,
  { answer, statements, asks, corrects }: AdviceReading,
  decisions: readonly Decision[],
): Heard {
  if (answer && answer.kind !== 'option') return answer;
  // What was answered before changes only where the person corrects it, lest a stray word undo it.
  const open = new Set(openQuestions(questionnaire, session).map(({ id }) => id)).add(question.id);
  const news = statements.filter(({ question: id }) => corrects || open.has(id));
  const told: Heard = { kind: 'told', statements: news, inSoManyWords: answer?.in === 'message' };
  if (told.inSoManyWords) return told;
  const [first] = decisions;
  const isUnderstood = first !== undefined && first.kind !== 'fallback' && first.kind !== 'clarify';
  // A question that we would only ask back to is no reason to let what was told go.
  if (asks && (isUnderstood || news.length === 0)) return { kind: 'asked', statements: news };
  const isClear = first?.kind === 'answer' && first.match.confidence >= CLEARLY_ASKED;
  const isToThePoint = answer?.in === 'clause' || news[0]?.amount !== undefined;
  if (isClear && !isToThePoint) return { kind: 'asked', statements: [] };
  return news.length > 0 ? told : { kind: 'unclear' };
}

/** From this confidence on (0..1) a message is a command though it holds an option's words. */
const CERTAIN = 0.98;

/**
 * Whether what was heard is taken as that, though the message also looks like a command. "Not too long, please" holds an
 * answer and sounds like "stop": only a command in so many words goes before it, or one to change an answer that it names.
 */
export function goesBefore(heard: Heard, command: string | undefined, { readings }: Recognition): boolean {
  if (heard.kind !== 'told') return heard.kind !== 'asked' && heard.kind !== 'unclear';
  const isCertain = readings.some(
    ({ matches: [best] }) =>
      best !== undefined && best.confidence >= CERTAIN && best.ids.some((id) => id === command),
  );
  const isSure = isCertain || command === 'advice.change';
  return heard.inSoManyWords || !isSure;
}
