// From the knowledge to a trained matcher model: classifier, calibration and thresholds. Takes seconds; cache the result.
import type { KnowledgeBase } from '../domain/knowledgeBase';
import type { Thresholds } from '../domain/thresholds';
import { confidenceOf, evidenceOf, fitCalibration, type Calibration } from './calibration';
import {
  createIntentClassifier,
  trainIntents,
  type IntentModel,
  type LabelledUtterance,
} from './intentClassifier';
import { createPreparer, unknownShare } from './preparation';
import { MAX_OFFERS } from '../domain/decision';
import { chooseThresholds } from './thresholdChoice';
import { trainStatements } from './statements';
import type { TextMatcherModel } from './textMatcher';
import { isNone, topicOf } from './topics';

/** Everything learned from one version of the knowledge; immutable. */
export interface MatcherModel {
  /** Version of the knowledge it was learned from. */
  readonly knowledgeVersion: string;
  readonly intents: IntentModel;
  readonly calibration: Calibration;
  readonly thresholds: Thresholds;
  /** Of statements in the guided advice. */
  readonly statements: TextMatcherModel;
}

/** Parts into which the examples are split to learn the confidence on utterances that were left out. */
const FOLDS = 3;

interface PreparedExample extends LabelledUtterance {
  /** The fold in which it is left out. */
  readonly fold: number;
}

export function trainMatcher(knowledge: KnowledgeBase): MatcherModel {
  const examples = createPreparer(knowledge).examples.map(({ id, ...utterance }, at) => ({
    utterance,
    id,
    fold: at % FOLDS,
  }));
  const held = Array.from({ length: FOLDS }, (_, fold) => readLeftOut(examples, fold)).flat();

  const calibration = fitCalibration(
    held.flatMap(({ topic, matches }) =>
      matches.map(({ match, evidence }) => ({ evidence, right: match.topic === topic })),
    ),
  );
  const trials = held.map(({ topic, rightAt, matches }) => ({
    confidences: matches.map(({ evidence }) => confidenceOf(calibration, evidence)),
    rightAt: rightAt < 0 ? undefined : rightAt,
    outOfScope: isNone(topic),
  }));
  return {
    knowledgeVersion: knowledge.version,
    intents: trainIntents(examples),
    calibration,
    thresholds: chooseThresholds(trials),
    statements: trainStatements(knowledge),
  };
}

/** What a classifier that did not learn from the examples of this fold makes of each of them. */
function readLeftOut(examples: readonly PreparedExample[], fold: number) {
  const learned = examples.filter((example) => example.fold !== fold);
  const { classify } = createIntentClassifier(trainIntents(learned));
  const answered = new Set(learned.flatMap(({ utterance, id }) => (isNone(id) ? [] : utterance.tokens)));
  return examples
    .filter((example) => example.fold === fold)
    .map(({ utterance, id }) => {
      const topic = topicOf(id);
      const matches = evidenceOf(classify(utterance), unknownShare(utterance.tokens, answered));
      const rightAt = matches.findIndex(({ match }) => match.topic === topic);
      // No more than is looked at: thousands of topics for each of thousands of texts would fill the memory.
      return { topic, rightAt, matches: matches.slice(0, MAX_OFFERS) };
    });
}
