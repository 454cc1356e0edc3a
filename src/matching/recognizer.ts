// The matcher as the rest of the project sees it: a message and what came before in, what was understood out.
import type { KnowledgeBase } from '../domain/knowledgeBase';
import type { Reading } from '../domain/recognition';
import type { Recognizer } from '../domain/recognizer';
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

export function createRecognizer(knowledge: KnowledgeBase, model: MatcherModel): Recognizer {
  const preparer = createPreparer(knowledge);
  const read = createReader(knowledge, preparer, model);
  const checkSafety = createSafetyCheck(knowledge.safety);
  const { thresholds } = model;

  const isSure = ({ matches: [best] }: Reading) => best !== undefined && best.confidence >= thresholds.answer;

  return {
    thresholds,
    readAnswer: (questionnaire, question, text) =>
      readAnswer(questionnaire, question, preparer.prepare(text).tokens),
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
        readings: sure.length > 1 && topics.size > 1 ? sure : [read(text, context)],
        asks: text.trimEnd().endsWith('?') || QUESTION_OPENERS.has(tokenize(text)[0] ?? ''),
        ...(safety !== undefined && { safety }),
      };
    },
  };
}
