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
  const membersOf = new Map(byTopic.classes.map((topic) => [topic, [] as number[]]));
  byId.classes.forEach((id, index) => membersOf.get(topicOf(id))!.push(index));
  const members = byTopic.classes.map((topic) => membersOf.get(topic)!);

  return {
    classify({ tokens, masked }) {
      // Copied, as those of the next text take its place, and few topics are ever asked for their ids.
      const idScores = byId.score(tokens).scores.slice();
      const { scores: topicScores, likeness } = byTopic.score(masked);
      const idsOf = (k: number) =>
        members[k]!.map((index) => ({ id: byId.classes[index]!, score: idScores[index]! })).sort(
          (a, b) => b.score - a.score,
        );
      const means = topicScores.map((score, k) => (score + highestOf(idScores, members[k]!)) / 2);
      const ranked = rankCandidates(means, likeness, CANDIDATES);
      const isRanked = new Set(ranked.map(({ k }) => k));
      const others = Array.from(means, (score, k) => ({ k, score })).filter(({ k }) => !isRanked.has(k));
      return [...ranked, ...others.sort((a, b) => b.score - a.score || a.k - b.k)].map(({ k, score }) => ({
        topic: byTopic.classes[k]!,
        score,
        get ids() {
          return idsOf(k);
        },
      }));
    },
  };
}

/** @param members one or more indices of `scores` */
function highestOf(scores: Float64Array, members: readonly number[]): number {
  let highest = -Infinity;
  for (const index of members) if (scores[index]! > highest) highest = scores[index]!;
  return highest;
}
