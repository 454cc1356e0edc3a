// The whole measurement of the matcher on our own knowledge, as one value for the terminal and the report.
import type { KnowledgeBase } from '../domain/knowledgeBase';
import type { SyncRecognizer } from '../domain/recognizer';
import type { Thresholds } from '../domain/thresholds';
import { seededRandom } from '../matching/random';
import { examplesOf } from '../matching/topics';
import { crossValidate, labelled, wordsOf, type CrossJudged } from './crossValidation';
import { claimedByAnother, sameWordsUnderTwo, type DoubleClaim } from './doubleClaims';
import { isInScope, judge, judgeFollowUps, type Judged } from './judging';
import type { LabelledConversation, LabelledStatement, LabelledUtterance } from './labelled';
import { auroc } from './metrics';
import type { Verdict } from './scoring';
import { scoreStatements, type StatementFigures } from './statementScoring';
import { withTypos } from './typos';

export interface KnowledgeEvaluation {
  readonly knowledgeVersion: string;
  readonly thresholds: Thresholds;
  /** Name of the held-out set. */
  readonly split: string;
  readonly heldOut: readonly Judged[];
  readonly followUps: readonly Verdict[];
  /** What people tell in the guided advice. */
  readonly statements: StatementFigures;
  /** The in-scope utterances of the held-out set with this many slips each. */
  readonly typos: readonly { readonly slips: number; readonly judged: readonly Judged[] }[];
  /** 0..1: how well the confidence tells in scope from out of scope, over the held-out set. */
  readonly auroc: number;
  /** Every phrasing of the knowledge, judged by a bot made without it; absent where it was skipped. */
  readonly crossValidation?: readonly CrossJudged[];
  readonly sameWords: readonly DoubleClaim[];
  /** Phrasings that the bot answers by something else though it learned them; what is word for word has gone wrong. */
  readonly learnedInVain: readonly Judged[];
  /** Found by cross-validation; empty where that was skipped. */
  readonly claimedByAnother: readonly DoubleClaim[];
  /** The same for background, which no entry should answer. */
  readonly claimedFromBackground: readonly DoubleClaim[];
}

export interface HeldOut {
  readonly split: string;
  readonly utterances: readonly LabelledUtterance[];
  readonly conversations: readonly LabelledConversation[];
  readonly statements: readonly LabelledStatement[];
}

/** The same slips on every run and machine. */
const TYPO_SEED = 2019;

/** @param validation how to cross-validate; absent skips it */
export function evaluateKnowledge(
  knowledge: KnowledgeBase,
  recognizer: SyncRecognizer,
  { split, utterances, conversations, statements }: HeldOut,
  validation?: Parameters<typeof crossValidate>[1],
): KnowledgeEvaluation {
  const heldOut = judge(recognizer, utterances);
  const inScope = utterances.filter(isInScope);
  const confidences = (belongs: (utterance: Judged) => boolean) =>
    heldOut.filter(belongs).map(({ best }) => best.confidence);
  const examples = examplesOf(knowledge);
  const crossValidation = validation && crossValidate(knowledge, validation);
  return {
    knowledgeVersion: knowledge.version,
    thresholds: recognizer.thresholds,
    split,
    heldOut,
    followUps: judgeFollowUps(recognizer, conversations),
    statements: scoreStatements(recognizer, knowledge.questionnaire, statements),
    typos: [1, 2].map((slips) => {
      const random = seededRandom(TYPO_SEED);
      const slipped = inScope.map((each) => ({ ...each, text: withTypos(each.text, slips, random) }));
      return { slips, judged: judge(recognizer, slipped) };
    }),
    auroc: auroc(
      confidences(isInScope),
      confidences((utterance) => !isInScope(utterance)),
    ),
    ...(crossValidation && { crossValidation }),
    sameWords: sameWordsUnderTwo(examples, wordsOf(knowledge, examples)),
    learnedInVain: judge(recognizer, examples.map(labelled)).filter(({ verdict }) => verdict === 'wrong'),
    claimedByAnother: claimedByAnother((crossValidation ?? []).filter(isInScope)),
    claimedFromBackground: claimedByAnother((crossValidation ?? []).filter((each) => !isInScope(each))),
  };
}
