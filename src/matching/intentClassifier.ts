// Scores every topic for an utterance: the sum of a classifier that sees the roles and one that does not.
import { scoreClasses, trainLinearModel, type LinearModel } from './linearModel';
import type { RoleMentions } from './roleMentions';
import { topicOf } from './topics';
import { createVectorizer, learnVocabulary, type Vocabulary } from './vectorizer';

/** An utterance ready for matching: spelled out, and with its role mentions hidden. */
export interface Prepared extends RoleMentions {
  readonly tokens: readonly string[];
}

export interface LabelledUtterance {
  readonly utterance: Prepared;
  readonly id: string;
}

/** One trained text classifier as plain data. */
export interface TextModel {
  readonly vocabulary: Vocabulary;
  readonly linear: LinearModel;
}

/** `ids` separates `billing.pay` from `coding.pay`; `topics` learns "pay" from all roles together. */
export interface IntentModel {
  readonly ids: TextModel;
  readonly topics: TextModel;
}

export interface TopicScore {
  readonly topic: string;
  /** Raw and unbounded; above 0 is "more likely than not" to either classifier. */
  readonly score: number;
  /** The ids of the topic with the score of the classifier that sees roles, best first. */
  readonly ids: readonly { readonly id: string; readonly score: number }[];
}

export interface IntentClassifier {
  /** Every topic, best first; ties by name, so that results are stable. */
  readonly classify: (utterance: Prepared) => TopicScore[];
}

export function trainIntents(examples: readonly LabelledUtterance[]): IntentModel {
  return {
    ids: trainText(
      examples.map(({ utterance }) => utterance.tokens),
      examples.map(({ id }) => id),
    ),
    topics: trainText(
      examples.map(({ utterance }) => utterance.masked),
      examples.map(({ id }) => topicOf(id)),
    ),
  };
}

function trainText(texts: readonly (readonly string[])[], labels: readonly string[]): TextModel {
  const vocabulary = learnVocabulary(texts);
  const { vectorize } = createVectorizer(vocabulary);
  return { vocabulary, linear: trainLinearModel(texts.map(vectorize), labels, vocabulary.features.length) };
}

export function createIntentClassifier(model: IntentModel): IntentClassifier {
  const byId = createVectorizer(model.ids.vocabulary);
  const byTopic = createVectorizer(model.topics.vocabulary);
  const topics = model.topics.linear.classes;
  const idsOfTopic = topics.map((topic) =>
    model.ids.linear.classes.flatMap((id, index) => (topicOf(id) === topic ? [{ id, index }] : [])),
  );

  return {
    classify({ tokens, masked }) {
      const idScores = scoreClasses(model.ids.linear, byId.vectorize(tokens));
      const topicScores = scoreClasses(model.topics.linear, byTopic.vectorize(masked));
      return topics
        .map((topic, at) => {
          const ids = idsOfTopic[at]!.map(({ id, index }) => ({ id, score: idScores[index]! })).sort(
            (a, b) => b.score - a.score,
          );
          return { topic, ids, score: (topicScores[at]! + ids[0]!.score) / 2 };
        })
        .sort((a, b) => b.score - a.score || (a.topic < b.topic ? -1 : 1));
    },
  };
}
