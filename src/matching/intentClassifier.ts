// Scores every topic for an utterance: the mean of a classifier that sees the roles and one that does not.
import type { RoleMentions } from './roleMentions';
import { rankCandidates } from './ranking';
import { createTextClassifier, trainText, type TextModel } from './textClassifier';
import { topicOf } from './topics';

/** An utterance ready for matching: spelled out, and with its role mentions hidden. */
export interface Prepared extends RoleMentions {
  readonly tokens: readonly string[];
}

export interface LabelledUtterance {
  readonly utterance: Prepared;
  readonly id: string;
}

/** `ids` separates `billing.pay` from `coding.pay`; `topics` learns "pay" from all roles together. */
export interface IntentModel {
  readonly ids: TextModel;
  readonly topics: TextModel;
}

export interface TopicScore {
  readonly topic: string;
  /** Raw and unbounded; likeness of meaning counts in it only for topics that may come first. */
  readonly score: number;
  /** The ids of the topic with the score of the classifier that sees roles, best first. */
  readonly ids: readonly { readonly id: string; readonly score: number }[];
}

export interface IntentClassifier {
  /** Every topic: those that may come first, best first, then the others; ties by name, so that results are stable. */
  readonly classify: (utterance: Prepared) => TopicScore[];
}

/** Topics that may come first: enough for the best of several offers and of the background. */
const CANDIDATES = 12;

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

export function createIntentClassifier(model: IntentModel): IntentClassifier {
  const byId = createTextClassifier(model.ids);
  const byTopic = createTextClassifier(model.topics);
  const idsOf = new Map(byTopic.classes.map((topic) => [topic, [] as { id: string; index: number }[]]));
  byId.classes.forEach((id, index) => idsOf.get(topicOf(id))!.push({ id, index }));

  return {
    classify({ tokens, masked }) {
      const { scores: idScores } = byId.score(tokens);
      const { scores: topicScores, likeness } = byTopic.score(masked);
      const idsOfTopic = byTopic.classes.map((topic) =>
        idsOf
          .get(topic)!
          .map(({ id, index }) => ({ id, score: idScores[index]! }))
          .sort((a, b) => b.score - a.score),
      );
      const means = topicScores.map((score, k) => (score + idsOfTopic[k]![0]!.score) / 2);
      const ranked = rankCandidates(means, likeness, CANDIDATES);
      const isRanked = new Set(ranked.map(({ k }) => k));
      const others = Array.from(means, (score, k) => ({ k, score })).filter(({ k }) => !isRanked.has(k));
      return [...ranked, ...others.sort((a, b) => b.score - a.score || a.k - b.k)].map(({ k, score }) => ({
        topic: byTopic.classes[k]!,
        ids: idsOfTopic[k]!,
        score,
      }));
    },
  };
}
