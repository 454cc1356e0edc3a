// The matcher as the rest of the project sees it: a message and what came before in, what was understood out.
import type { ConversationContext } from '../domain/conversationContext';
import type { KnowledgeBase } from '../domain/knowledgeBase';
import type { Reading } from '../domain/recognition';
import type { SyncRecognizer } from '../domain/recognizer';
import { readAnswer } from './answerReader';
import { createPreparer } from './preparation';
import { createReader } from './reader';
import { createSafetyCheck } from './safety';
import { segmentsOf } from './segments';
import { tokenize } from './tokens';
import type { MatcherModel } from './training';

const QUESTION_OPENERS = new Set(
  'what whats how hows do does did is are am can could should will would which where when why who whos'.split(
    ' ',
  ),
);

/** A piece read without the rest of its message must be surer than a message. 0..1. */
const PIECE_CONFIDENCE = 0.85;

export function createRecognizer(knowledge: KnowledgeBase, model: MatcherModel): SyncRecognizer {
  const preparer = createPreparer(knowledge);
  const read = createReader(knowledge, preparer, model);
  const checkSafety = createSafetyCheck(knowledge.safety);
  const { thresholds } = model;

  const isSure = ({ matches: [best] }: Reading) => best !== undefined && best.confidence >= thresholds.answer;

  const isClear = (piece: Reading | undefined): piece is Reading =>
    (piece?.matches[0]?.confidence ?? 0) >= PIECE_CONFIDENCE;

  /**
   * One reading; several where the message repeats for another role what was asked in one go.
   * @param piece the reading of the one piece that is clear, to go by where the whole is not: chatter before a question
   */
  const readWhole = (text: string, context: ConversationContext, piece?: Reading): Reading[] => {
    const readings = (context.topics ?? [context.topic]).map((topic) => read(text, { ...context, topic }));
    if (isClear(piece) && !readings.some(isSure)) return [piece];
    return [...new Map(readings.map((reading) => [reading.matches[0]?.topic, reading])).values()];
  };

  return {
    thresholds,
    readAnswer: (question, text) =>
      readAnswer(knowledge.questionnaire, question, preparer.prepare(text).tokens),
    recognize(text, context) {
      const pieces = segmentsOf(text).reduce<Reading[]>((readings, piece) => {
        // A later piece may leave out the role that an earlier one names.
        const role = readings.at(-1)?.matches[0]?.role ?? context.role;
        return [...readings, read(piece, { ...context, role })];
      }, []);
      const sure = pieces.filter(isSure);
      const topics = new Set(sure.map(({ matches }) => matches[0]!.topic));
      const safety = checkSafety(text);
      return {
        text,
        readings: topics.size > 1 ? sure : readWhole(text, context, sure[0]),
        asks: text.trimEnd().endsWith('?') || QUESTION_OPENERS.has(tokenize(text)[0] ?? ''),
        ...(safety !== undefined && { safety }),
      };
    },
  };
}
