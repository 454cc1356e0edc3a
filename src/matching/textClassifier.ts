// One text classifier: linear scores of every class, and how near a text comes in meaning to a class's phrasings.
import { scoreClasses, trainLinearModel, type LinearModel, type TrainingOptions } from './linearModel';
import { layPhrasings, likeness, type Phrasings } from './phrasings';
import { createVectorizer, featureCount, learnVocabulary, meaningPart, type Vocabulary } from './vectorizer';

/** One trained text classifier as plain data. */
export interface TextModel {
  readonly vocabulary: Vocabulary;
  readonly linear: LinearModel;
  readonly phrasings: Phrasings;
}

export interface TextScores {
  /** Raw scores (signed distances, unbounded) in the order of `classes`; overwritten by the next text. */
  readonly scores: Float64Array;
  /** -1..1: the cosine of the text's meaning with the nearest phrasing of class k. */
  readonly likeness: (k: number) => number;
}

export interface TextClassifier {
  readonly classes: readonly string[];
  readonly score: (tokens: readonly string[]) => TextScores;
}

/** @param labels the class of each text */
export function trainText(
  texts: readonly (readonly string[])[],
  labels: readonly string[],
  training?: TrainingOptions,
): TextModel {
  const vocabulary = learnVocabulary(texts);
  const vectors = texts.map(createVectorizer(vocabulary).vectorize);
  const linear = trainLinearModel(vectors, labels, featureCount(vocabulary), training);
  const numberOf = new Map(linear.classes.map((name, k) => [name, k]));
  const classes = labels.map((label) => numberOf.get(label)!);
  return {
    vocabulary,
    linear,
    phrasings: layPhrasings(vectors.map(meaningPart), classes, linear.classes.length),
  };
}

export function createTextClassifier({ vocabulary, linear, phrasings }: TextModel): TextClassifier {
  const { vectorize } = createVectorizer(vocabulary);
  const scores = new Float64Array(linear.classes.length);
  return {
    classes: linear.classes,
    score(tokens) {
      const vector = vectorize(tokens);
      scoreClasses(linear, vector, scores);
      return { scores, likeness: (k) => likeness(phrasings, k, meaningPart(vector)) };
    },
  };
}
