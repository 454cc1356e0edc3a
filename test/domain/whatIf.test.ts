import * as fc from 'fast-check';
import type { Answers } from '../../src/domain/advice';
import { questionOf, questionsOf, stageOf, type Questionnaire } from '../../src/domain/questionnaire';
import { recommend } from '../../src/domain/recommendation';
import { ROLE_IDS } from '../../src/domain/role';
import { isTelling } from '../../src/domain/scoring';
import { whatIfs, type WhatIf } from '../../src/domain/whatIf';
import { answersTo, anyAnswers, realQuestionnaire, sampledAnswers } from '../helpers/questionnaire';
import { aQuestionnaire, withFit, type Counts } from '../helpers/smallQuestionnaire';

const outcomeOf = (questionnaire: Questionnaire, answers: Answers): string => {
  const result = recommend(questionnaire, answers);
  return result.kind === 'role' ? result.role : result.kind;
};

/** How far ahead the role is that leads; 0 where none fits. */
const leadOf = (questionnaire: Questionnaire, answers: Answers): number => {
  const result = recommend(questionnaire, answers);
  return result.kind === 'role' ? result.scores[result.role] - result.scores[result.runnerUp] : 0;
};

/** The answers with the other one of which a what-if tells. */
function applied(questionnaire: Questionnaire, answers: Answers, { question, said }: WhatIf): Answers {
  const option = questionOf(questionnaire, question)?.options.find((each) => each.said === said);
  return { ...answers, [question]: option!.id };
}

/** A question in which coding or billing gains so much. */
const either = (count: number): Counts[] => [{ coding: count }, { billing: count }];

describe('whatIfs', () => {
  // Coding 6 to 5.
  const questionnaire = aQuestionnaire(...[1, 2, 3, 3, 2].map(either));
  const answers = answersTo({ q1: 'o1', q2: 'o1', q3: 'o1', q4: 'o2', q5: 'o2' });

  it('tells two of the answers that would change the outcome alone, the surest first', () => {
    expect(whatIfs(questionnaire, answers)).toEqual([
      { question: 'q3', said: 'q3 o2', outcome: 'billing' },
      { question: 'q2', said: 'q2 o2', outcome: 'billing' },
    ]);
  });

  it('asks only about the work: what a person has or needs is no taste', () => {
    const said = (aboutFit: number) =>
      whatIfs(withFit(questionnaire, aboutFit), answers).map(({ question }) => question);
    expect([said(4), said(3), said(2)]).toEqual([['q3', 'q2'], ['q3'], []]);
  });

  it('tells of one question only the surest of its answers', () => {
    const threefold = aQuestionnaire([...either(2), { billing: 3 }], either(1));
    expect(whatIfs(threefold, answersTo({ q1: 'o1', q2: 'o1' }))).toEqual([
      { question: 'q1', said: 'q1 o3', outcome: 'billing' },
    ]);
  });

  it('counts an answer to a question that was skipped', () => {
    expect(whatIfs(aQuestionnaire(either(1), either(2)), answersTo({ q1: 'o1' }))).toContainEqual({
      question: 'q2',
      said: 'q2 o2',
      outcome: 'billing',
    });
  });

  it('tells which answer would leave no role that fits', () => {
    const gladly = { billing: 3, coding: 3, both: 3 };
    const badly = { billing: -3, coding: -3, both: -3 };
    const hardly = aQuestionnaire(...Array.from({ length: 5 }, () => [badly, gladly]));
    // 2 of 5 are just enough.
    const two = answersTo({ q1: 'o1', q2: 'o1', q3: 'o1', q4: 'o2', q5: 'o2' });
    expect(outcomeOf(hardly, two)).toBe(ROLE_IDS[0]);
    expect(whatIfs(hardly, two)).toEqual([
      { question: 'q4', said: 'q4 o1', outcome: 'none' },
      { question: 'q5', said: 'q5 o1', outcome: 'none' },
    ]);
  });

  it('is empty where no single answer changes anything', () => {
    const sure = answersTo({ q1: 'o1', q2: 'o1', q3: 'o1', q4: 'o1', q5: 'o2' });
    expect(whatIfs(questionnaire, sure)).toEqual([]);
  });
});

describe('whatIfs of the real questionnaire', () => {
  const taste = questionsOf(realQuestionnaire).filter(
    ({ id }) => stageOf(realQuestionnaire, id)?.id === 'fit',
  );
  const real = (answers: Answers) => outcomeOf(realQuestionnaire, answers);
  const otherAnswers = (given: Answers) =>
    taste.flatMap(({ id, options }) =>
      options.filter(isTelling).map((option): Answers => ({ ...given, [id]: option.id })),
    );

  it('come true', () => {
    fc.assert(
      fc.property(anyAnswers(realQuestionnaire), (given) => {
        const told = whatIfs(realQuestionnaire, given);
        for (const whatIf of told) {
          expect(real(applied(realQuestionnaire, given, whatIf))).toBe(whatIf.outcome);
          expect(whatIf.outcome).not.toBe(real(given));
        }
        expect(told.length).toBeLessThanOrEqual(2);
        expect(new Set(told.map(({ question }) => question)).size).toBe(told.length);
      }),
    );
  });

  it('begin with the answer that leads elsewhere most surely, and are empty only where none does', () => {
    const anyone = fc
      .constantFrom(undefined, ...ROLE_IDS)
      .chain((leaning) => anyAnswers(realQuestionnaire, leaning));
    fc.assert(
      fc.property(anyone, (given) => {
        const elsewhere = otherAnswers(given).filter((other) => real(other) !== real(given));
        const surest = Math.max(...elsewhere.map((other) => leadOf(realQuestionnaire, other)));
        const [first] = whatIfs(realQuestionnaire, given);
        expect(first !== undefined).toBe(elsewhere.length > 0);
        if (first) {
          expect(leadOf(realQuestionnaire, applied(realQuestionnaire, given, first))).toBe(surest);
        }
      }),
    );
  });

  it('are empty for some full sessions, and then an answer that tells nothing would change nothing either', () => {
    const firm = sampledAnswers(realQuestionnaire, 1_000).filter(
      (given) => whatIfs(realQuestionnaire, given).length === 0,
    );
    const turned = firm.filter((given) =>
      taste.some(({ id, options }) =>
        options.some((option) => real({ ...given, [id]: option.id }) !== real(given)),
      ),
    );
    expect(firm.length).toBeGreaterThan(50);
    expect(turned).toEqual([]);
  });
});
