import {
  optionOf,
  questionOf,
  questionsOf,
  stageOf,
  weightOf,
  type OptionId,
  type QuestionId,
} from '../../src/domain/questionnaire';
import { realQuestionnaire } from '../helpers/questionnaire';
import { aQuestionnaire } from '../helpers/smallQuestionnaire';

const GONE = 'removed-question' as QuestionId;

describe('stageOf', () => {
  it('finds the stage of every question and none for an unknown one', () => {
    for (const stage of realQuestionnaire.stages) {
      for (const { id } of stage.questions) expect(stageOf(realQuestionnaire, id)).toBe(stage);
    }
    expect(stageOf(realQuestionnaire, GONE)).toBeUndefined();
  });
});

describe('questionOf', () => {
  it('finds every question and none that the questionnaire no longer has', () => {
    for (const question of questionsOf(realQuestionnaire)) {
      expect(questionOf(realQuestionnaire, question.id)).toBe(question);
    }
    expect(questionOf(realQuestionnaire, GONE)).toBeUndefined();
  });
});

describe('optionOf', () => {
  it('finds every option of a question, none that it no longer has, and none where none was chosen', () => {
    const [question] = questionsOf(aQuestionnaire([{}, {}]));
    for (const option of question!.options) expect(optionOf(question!, option.id)).toBe(option);
    expect(optionOf(question!, 'gone' as OptionId)).toBeUndefined();
    expect(optionOf(question!, undefined)).toBeUndefined();
  });
});

describe('weightOf', () => {
  it('is 0 for a role of which the option says nothing', () => {
    const [question] = questionsOf(aQuestionnaire([{ coding: -2 }]));
    const [option] = question!.options;
    expect([weightOf(option!, 'coding'), weightOf(option!, 'both')]).toEqual([-2, 0]);
  });
});
