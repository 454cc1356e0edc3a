// What the Emulator shows of a turn to who develops the bot: a value made to be read, not to be worked with.
import { answersOf, openQuestions, type Answered } from '../domain/advice';
import type { Questionnaire } from '../domain/questionnaire';
import { chosenOptions, rolesByScore, scoresOf } from '../domain/scoring';
import type { Reading } from '../domain/recognition';
import type { Standing } from '../domain/standing';
import type { TurnReport } from '../domain/turnReport';

export interface TurnTrace {
  /** The pieces of the message, as `"what does a coder earn": pay, coding, 98 %`. */
  readonly understood: readonly string[];
  readonly decision: TurnReport['decision'];
  readonly intents: readonly string[];
  /** As "98 %". */
  readonly confidence: string;
  /** Best first, as "coding.pay 98 %". */
  readonly candidates: readonly string[];
  readonly about: { readonly role: string; readonly topics: readonly string[] };
  readonly advice: typeof NONE | AdviceTrace;
}

export interface AdviceTrace {
  readonly openQuestion: string;
  /** In the order of answering, as "exam: yes". */
  readonly answers: readonly string[];
  /** Best first, as "coding 62 %". */
  readonly scores: readonly string[];
  /** The questions that are not done with, the open one among them. */
  readonly left: readonly string[];
}

const NONE = 'none';

/** @param standing undefined where the turn ended before the message was read */
export function presentTrace(
  { decision, intents, confidence, candidates }: TurnReport,
  standing: Standing | undefined,
  questionnaire: Questionnaire,
): TurnTrace {
  const { role = NONE, topic, topics = topic === undefined ? [] : [topic] } = standing?.about ?? {};
  return {
    understood: (standing?.readings ?? []).map(presentReading),
    decision,
    intents,
    confidence: percent(confidence),
    candidates: candidates.map((each) => `${each.intent} ${percent(each.confidence)}`),
    about: { role, topics },
    advice: standing?.advice ? presentAdvice(standing.advice, questionnaire) : NONE,
  };
}

function presentAdvice(
  { session, open }: NonNullable<Standing['advice']>,
  questionnaire: Questionnaire,
): AdviceTrace {
  const scores = scoresOf(chosenOptions(questionnaire, answersOf(session)));
  return {
    openQuestion: open ?? NONE,
    answers: session.answered.map(presentAnswer),
    scores: rolesByScore(scores).map((role) => `${role} ${percent(scores[role])}`),
    left: openQuestions(questionnaire, session).map(({ id }) => id),
  };
}

function presentReading({ text, matches: [best], background }: Reading): string {
  const meant = best ? [best.topic, best.role, percent(best.confidence)] : [background ?? NONE];
  return `"${text}": ${meant.filter((part) => part !== undefined).join(', ')}`;
}

const presentAnswer = ({ question, option, amount }: Answered): string =>
  `${question}: ${option ?? 'skipped'}${amount === undefined ? '' : ` ($${amount} an hour)`}`;

const percent = (share: number): string => `${Math.round(share * 100)} %`;
