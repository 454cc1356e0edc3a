// Reads one question: what it may mean, best first, for which role, and with what confidence.
import type { ConversationContext } from '../domain/conversationContext';
import { MAX_OFFERS } from '../domain/decision';
import type { KnowledgeBase } from '../domain/knowledgeBase';
import type { Match, Reading } from '../domain/recognition';
import { confidenceOf, evidenceOf } from './calibration';
import { readFollowUp, spellOutRole } from './followUp';
import { createFuzzyIndex } from './fuzzyIndex';
import { createIntentClassifier } from './intentClassifier';
import type { Preparer, PreparedUtterance } from './preparation';
import { resolveRole } from './roleResolution';
import { examplesOf, isNone, NONE, topicOf } from './topics';
import type { MatcherModel } from './training';

export type Reader = (text: string, context: ConversationContext) => Reading;

/** Matches beyond these are noise. */
const MAX_MATCHES = 5;
/** A carried topic is certain but for the chance that the message meant something else. */
const CARRIED_CONFIDENCE = 0.95;
/** A message that is, word for word, a phrasing of the author. */
const EXACT_CONFIDENCE = 0.99;
/** From this share of unknown words on a message counts as garbled, and likeness of letters is worth a look. */
const GARBLED = 0.5;
/** Least likeness, 0..1, that is worth an offer; below it stand chance likenesses ("banana"). */
const LIKE = 0.45;

export function createReader(knowledge: KnowledgeBase, preparer: Preparer, model: MatcherModel): Reader {
  const { classify } = createIntentClassifier(model.intents);
  const fuzzy = createFuzzyIndex(knowledge);
  const { thresholds, calibration } = model;
  const exact = new Map(
    examplesOf(knowledge).map(({ text, id }) => [preparer.prepare(text).tokens.join(' '), topicOf(id)]),
  );

  /** Offers for a garbled message, never confident enough for an answer. */
  const guesses = (text: string): Match[] =>
    fuzzy
      .search(text, MAX_OFFERS)
      .filter(({ similarity }) => similarity >= LIKE)
      .map(({ id, similarity }) => ({
        topic: topicOf(id),
        ids: [id],
        confidence: thresholds.offer + (thresholds.answer - thresholds.offer) * similarity * 0.9,
      }));

  const isGarbled = ({ unknownShare }: PreparedUtterance, [best]: readonly Match[]) =>
    unknownShare >= GARBLED && (best?.confidence ?? 0) < thresholds.offer;

  return (text, context) => {
    const utterance = preparer.prepare(text);
    const followUp = readFollowUp(utterance, context);
    const spelledOut = spellOutRole(utterance.tokens, followUp);
    const scores = classify(spelledOut === utterance.tokens ? utterance : preparer.prepareTokens(spelledOut));
    const carried = scores.find(({ topic }) => topic === followUp.topic);
    if (carried) {
      const resolution = resolveRole(knowledge, carried, followUp);
      return { text, matches: [{ topic: carried.topic, ...resolution, confidence: CARRIED_CONFIDENCE }] };
    }
    const known = exact.get(utterance.tokens.join(' '));
    const matches = evidenceOf(scores, utterance.unknownShare)
      .map(({ match, evidence }) => ({
        match,
        confidence: match.topic === known ? EXACT_CONFIDENCE : confidenceOf(calibration, evidence),
      }))
      .sort((a, b) => b.confidence - a.confidence)
      .slice(0, MAX_MATCHES)
      .map(({ match, confidence }): Match => ({
        topic: match.topic,
        ...resolveRole(knowledge, match, followUp),
        confidence,
      }));
    const [top] = scores;
    return {
      text,
      matches: isGarbled(utterance, matches) ? [...guesses(text), ...matches] : matches,
      ...(top && isNone(top.topic) && top.score > 0 && { background: top.topic.slice(NONE.length) }),
    };
  };
}
