// From the knowledge to a trained matcher model: classifier, calibration and thresholds. Takes seconds; cache the result.
import type { KnowledgeBase } from '../domain/knowledgeBase';
import type { Thresholds } from '../domain/thresholds';
import { confidenceOf, evidenceOf, fitCalibration, type Calibration } from './calibration';
import { createIntentClassifier, trainIntents, type IntentModel } from './intentClassifier';
import { createPreparer } from './preparation';
import { MAX_OFFERS } from '../domain/decision';
import { chooseThresholds } from './thresholdChoice';
import { examplesOf, isNone, topicOf, type Example } from './topics';

/** Everything learned from one version of the knowledge; immutable. */
export interface MatcherModel {
  /** Version of the knowledge it was learned from. */
  readonly knowledgeVersion: string;
  readonly intents: IntentModel;
  readonly calibration: Calibration;
  readonly thresholds: Thresholds;
}

/** Parts into which the examples are split to learn the confidence on utterances that were left out. */
const FOLDS = 3;

export function trainMatcher(knowledge: KnowledgeBase): MatcherModel {
  const { prepare } = createPreparer(knowledge);
  const train = (examples: readonly Example[]) =>
    trainIntents(examples.map(({ text, id }) => ({ utterance: prepare(text), id })));
  const examples = examplesOf(knowledge);

  const held = Array.from({ length: FOLDS }, (_, fold) => {
    const { classify } = createIntentClassifier(train(examples.filter((_, at) => at % FOLDS !== fold)));
    return examples
      .filter((_, at) => at % FOLDS === fold)
      .map(({ text, id }) => {
        const utterance = prepare(text);
        return { topic: topicOf(id), matches: evidenceOf(classify(utterance), utterance.unknownShare) };
      });
  }).flat();

  const calibration = fitCalibration(
    held.flatMap(({ topic, matches }) =>
      matches.slice(0, MAX_OFFERS).map(({ match, evidence }) => ({ evidence, right: match.topic === topic })),
    ),
  );
  const trials = held.map(({ topic, matches }) => {
    const rightAt = matches.findIndex(({ match }) => match.topic === topic);
    return {
      confidences: matches.slice(0, MAX_OFFERS).map(({ evidence }) => confidenceOf(calibration, evidence)),
      rightAt: rightAt < 0 ? undefined : rightAt,
      outOfScope: isNone(topic),
    };
  });
  return {
    knowledgeVersion: knowledge.version,
    intents: train(examples),
    calibration,
    thresholds: chooseThresholds(trials),
  };
}
