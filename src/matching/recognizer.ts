// The matcher as the rest of the project sees it: a message and what came before in, what was understood out.
import type { ConversationContext } from '../domain/conversationContext';
import type { KnowledgeBase } from '../domain/knowledgeBase';
import { isAction } from '../domain/decision';
import { withoutNames } from '../domain/names';
import type { Match, Reading } from '../domain/recognition';
import type { SyncRecognizer } from '../domain/recognizer';
import { createAdviceReader } from './adviceReader';
import { readAnswer } from './answerReader';
import { clausesOf } from './clauses';
import { createOrdinaryWords } from './ordinaryWords';
import { createPreparer } from './preparation';
import { createReader } from './reader';
import { createSafetyCheck } from './safety';
import { segmentsOf } from './segments';
import { createStatementReader } from './statements';
import { createSuggester } from './suggester';
import { isNone, topicOf } from './topics';
import type { MatcherModel } from './training';

/** A piece read without the rest of its message must be surer than a message to be answered; below, it is offered. 0..1. */
const PIECE_CONFIDENCE = 0.85;

/** "Don't forget me", "do not stop": nothing of the kind is to be done. */
const DENIES_COMMAND =
  /\b(?:don'?t|do not|never)\s+(?:forget|delete|erase|stop|quit|cancel|restart|start over)\b/i;

const withoutActions = (reading: Reading): Reading => ({
  ...reading,
  matches: reading.matches.filter((match) => !isAction(match)),
});

/** The topic that begins the guided advice. */
const ADVICE = topicOf('advice.start');

export function createRecognizer(knowledge: KnowledgeBase, model: MatcherModel): SyncRecognizer {
  const { examples, ...preparer } = createPreparer(knowledge);
  const read = createReader(knowledge, preparer, examples, model);
  const checkSafety = createSafetyCheck(knowledge.safety);
  const { thresholds } = model;
  const tokensOf = (text: string) => preparer.prepare(text).tokens;
  const isOrdinary = createOrdinaryWords(examples.flatMap(({ id, tokens }) => (isNone(id) ? [] : tokens)));

  const confidence = ({ matches: [best] }: Reading) => best?.confidence ?? 0;
  const isSure = (reading: Reading) => confidence(reading) >= thresholds.answer;

  /** One reading; several where the message repeats for another role what was asked in one go. */
  const readWhole = (text: string, context: ConversationContext): Reading[] => {
    const readings = (context.topics ?? [context.topic]).map((topic) => read(text, { ...context, topic }));
    return [...new Map(readings.map((reading) => [reading.matches[0]?.topic, reading])).values()];
  };

  /** The clause that asks for the guided advice, as in "help me choose, I have a GED": what is told beside it is for the advice. */
  const readWish = (text: string, context: ConversationContext): Reading | undefined => {
    const clauses = clausesOf(text);
    return clauses.length < 2
      ? undefined
      : clauses
          .map((clause) => read(clause, context))
          .find((each) => each.matches[0]?.topic === ADVICE && confidence(each) >= PIECE_CONFIDENCE);
  };

  /** The whole message; or its clearest piece, where the whole says nothing: people tell of themselves, then ask. */
  const readUnclear = (text: string, context: ConversationContext, pieces: readonly Reading[]): Reading[] => {
    const whole = readWhole(text, context);
    if (whole.some(isSure)) return whole;
    const wish = readWish(text, context);
    if (wish) return [wish];
    const [clearest] = [...pieces].sort((a, b) => confidence(b) - confidence(a));
    if (!clearest) return whole;
    if (confidence(clearest) >= PIECE_CONFIDENCE) return [clearest];
    const isWorthAnOffer = (reading: Reading) => confidence(reading) >= thresholds.offer;
    if (!isWorthAnOffer(clearest) || whole.some(isWorthAnOffer)) return whole;
    const cap = (match: Match): Match => ({
      ...match,
      confidence: Math.min(match.confidence, (thresholds.offer + thresholds.answer) / 2),
    });
    return [{ ...clearest, matches: clearest.matches.map(cap) }];
  };

  return {
    thresholds,
    readAnswer: (question, text) => readAnswer(knowledge.questionnaire, question, tokensOf(text)),
    readAdvice: createAdviceReader(
      knowledge.questionnaire,
      createStatementReader(model.statements),
      tokensOf,
    ),
    suggest: createSuggester(knowledge, preparer, examples),
    withoutNames: (text, names) => withoutNames(text, isOrdinary, names),
    recognize(text, context) {
      const pieces = segmentsOf(text).reduce<Reading[]>((readings, piece) => {
        // A later piece may leave out the role that an earlier one names.
        const role = readings.at(-1)?.matches[0]?.role ?? context.role;
        return [...readings, read(piece, { ...context, role })];
      }, []);
      const sure = pieces.filter(isSure);
      const topics = new Set(sure.map(({ matches }) => matches[0]!.topic));
      const safety = checkSafety(text);
      const readings = topics.size > 1 ? sure : readUnclear(text, context, pieces);
      return {
        text,
        readings: DENIES_COMMAND.test(text) ? readings.map(withoutActions) : readings,
        ...(safety !== undefined && { safety }),
      };
    },
  };
}
