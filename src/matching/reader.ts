// Reads one question: what it may mean, best first, for which role, and with what confidence.
import type { ConversationContext } from '../domain/conversationContext';
import { MAX_OFFERS } from '../domain/decision';
import type { ChatId } from '../domain/faq';
import type { KnowledgeBase } from '../domain/knowledgeBase';
import type { Match, Reading } from '../domain/recognition';
import { confidenceOf, evidenceOf } from './calibration';
import { readFollowUp, spellOutRole } from './followUp';
import { createFuzzyIndex } from './fuzzyIndex';
import { createIntentClassifier, type TopicScore } from './intentClassifier';
import { rememberLast } from './rememberLast';
import type { PreparedExample, Preparer, PreparedUtterance } from './preparation';
import { resolveRole } from './roleResolution';
import { isNone, NONE, topicOf } from './topics';
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

/** A message is read with what was talked about and without, one call after the other, while others are read between. */
const LATELY = 50;

/** From this raw score on a message is surely of a background group: its classifiers agree, or a phrasing of it is near. */
const BACKGROUND = 1.5;
/** How much likelier, in odds, a message is to ask about the field after one that did. */
const CONTEXT_ODDS = 1.5;

export function createReader(
  knowledge: KnowledgeBase,
  preparer: Preparer,
  examples: readonly PreparedExample[],
  model: MatcherModel,
): Reader {
  const { classify } = createIntentClassifier(model.intents);
  const scoresOf = rememberLast(LATELY, (words) => classify(preparer.prepareTokens(words)));
  const fuzzy = createFuzzyIndex(knowledge);
  const { thresholds, calibration } = model;
  const chatTopics = new Set([...knowledge.chat.keys()].map(topicOf));
  const exact = new Map(examples.map(({ tokens, id }) => [tokens.join(' '), id]));

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

  /** Small talk and commands are no likelier for what was asked before. */
  const inContext = (confidence: number, match: TopicScore, { topic }: ConversationContext) => {
    const isQuestion = !chatTopics.has(match.topic);
    const odds = confidence * (topic !== undefined && isQuestion ? CONTEXT_ODDS : 1);
    return odds / (odds + 1 - confidence);
  };

  return (text, context) => {
    const utterance = preparer.prepare(text);
    const followUp = readFollowUp(utterance, context);
    const spelledOut = spellOutRole(utterance.tokens, followUp);
    const scores = scoresOf(spelledOut);
    const written = exact.get(utterance.tokens.join(' '));
    const known = written === undefined ? undefined : topicOf(written);
    const carried = scores.find(({ topic }) => topic === followUp.topic);
    // "Is a coder a biller" leaves its topic out, were it not for the author who wrote it down.
    if (carried && (known === undefined || context.topic !== undefined)) {
      const resolution = resolveRole(knowledge, carried, followUp);
      return { text, matches: [{ topic: carried.topic, ...resolution, confidence: CARRIED_CONFIDENCE }] };
    }
    const matches = evidenceOf(scores, utterance.unknownShare)
      .map(({ match, evidence }) => ({
        match,
        confidence:
          match.topic === known
            ? EXACT_CONFIDENCE
            : inContext(confidenceOf(calibration, evidence), match, context),
      }))
      .sort((a, b) => b.confidence - a.confidence)
      .slice(0, MAX_MATCHES)
      .map(({ match, confidence }): Match => ({
        topic: match.topic,
        // "Help me choose" is that command also where a role was talked about, though it shares its topic with an entry.
        ...(match.topic === known && knowledge.chat.has(written as ChatId)
          ? { ids: [written as ChatId] }
          : resolveRole(knowledge, match, followUp)),
        confidence,
      }));
    const [top] = scores;
    return {
      text,
      matches: isGarbled(utterance, matches) ? [...guesses(text), ...matches] : matches,
      ...(top && isNone(top.topic) && top.score > BACKGROUND && { background: top.topic.slice(NONE.length) }),
    };
  };
}
