import * as fc from 'fast-check';
import { questionsOf, weightOf, type Questionnaire } from '../../src/domain/questionnaire';
import { ROLE_IDS, type RoleId } from '../../src/domain/role';
import {
  chosenOptions,
  isTelling,
  rolesByScore,
  scoresOf,
  type Chosen,
  type Scores,
} from '../../src/domain/scoring';
import {
  answersTo,
  anyAnswers,
  bestAnswers,
  realQuestionnaire,
  sampledAnswers,
  without,
} from '../helpers/questionnaire';
import { aQuestionnaire } from '../helpers/smallQuestionnaire';

const chosenIn = (questionnaire: Questionnaire, answers: Record<string, string>): readonly Chosen[] =>
  chosenOptions(questionnaire, answersTo(answers));
const realScores = (answers: Record<string, string>): Scores =>
  scoresOf(chosenIn(realQuestionnaire, answers));

describe('chosenOptions', () => {
  const questionnaire = aQuestionnaire([{}, {}], [{}, {}], [{}, {}]);

  it('lists what was chosen in the order of asking, whatever the order of answering', () => {
    const chosen = chosenIn(questionnaire, { q3: 'o1', q1: 'o2' });
    expect(chosen.map(({ question, option }) => [question.id, option.id])).toEqual([
      ['q1', 'o2'],
      ['q3', 'o1'],
    ]);
  });

  it('leaves out questions and options that the questionnaire no longer has', () => {
    expect(chosenIn(questionnaire, { q1: 'gone', gone: 'o1', q2: 'o1' })).toHaveLength(1);
  });
});

describe('scoresOf', () => {
  it('scores the worst possible answers 0 and the best 1, however small the weights are', () => {
    const questionnaire = aQuestionnaire([{ billing: 3, coding: -1 }, { billing: -3 }]);
    expect(scoresOf(chosenIn(questionnaire, { q1: 'o1' }))).toEqual({ billing: 1, coding: 0, both: 0.5 });
    expect(scoresOf(chosenIn(questionnaire, { q1: 'o2' }))).toEqual({ billing: 0, coding: 1, both: 0.5 });
  });

  it('scores the worst answer 0 also where it speaks for the role', () => {
    const questionnaire = aQuestionnaire([{ billing: 1 }, { billing: 3 }]);
    expect(scoresOf(chosenIn(questionnaire, { q1: 'o1' })).billing).toBe(0);
  });

  it('measures against the answered questions alone', () => {
    const questionnaire = aQuestionnaire([{ billing: 1 }, {}], [{ billing: 3 }, {}]);
    expect(scoresOf(chosenIn(questionnaire, { q1: 'o1' })).billing).toBe(1);
    expect(scoresOf(chosenIn(questionnaire, { q1: 'o1', q2: 'o2' })).billing).toBe(1 / 4);
  });

  it('is 0.5 for all where nothing was answered, and an answer that weighs nothing is an answer still', () => {
    const questionnaire = aQuestionnaire([{ billing: 3 }, { billing: -1 }, {}]);
    expect(scoresOf([])).toEqual({ billing: 0.5, coding: 0.5, both: 0.5 });
    expect(scoresOf(chosenIn(questionnaire, { q1: 'o3' })).billing).toBe(1 / 4);
  });
});

describe('rolesByScore', () => {
  it('puts the best first', () => {
    expect(rolesByScore({ billing: 0.2, coding: 0.3, both: 0.4 })).toEqual(['both', 'coding', 'billing']);
  });

  it('breaks ties by the order of the roles', () => {
    expect(rolesByScore({ billing: 0.5, coding: 0.5, both: 0.5 })).toEqual(ROLE_IDS);
    expect(rolesByScore({ billing: 0.1, coding: 0.5, both: 0.5 })).toEqual(['coding', 'both', 'billing']);
  });
});

describe('isTelling', () => {
  it('is true of an option that weighs anything for any role, and of no other', () => {
    const [question] = questionsOf(aQuestionnaire([{}, { both: -1 }, { hurdle: 'hard fact' }]));
    expect(question!.options.map(isTelling)).toEqual([false, true, false]);
  });
});

describe('the scores of the real questionnaire', () => {
  const answers = anyAnswers(realQuestionnaire);
  const anyRole = fc.constantFrom(...ROLE_IDS);
  const anyQuestion = fc.constantFrom(...questionsOf(realQuestionnaire));

  it('lie between 0 and 1', () => {
    fc.assert(
      fc.property(answers, (given) =>
        Object.values(realScores(given)).every((score) => score >= 0 && score <= 1),
      ),
    );
  });

  const switches = anyQuestion.chain(({ id, options }) =>
    fc.record({ id: fc.constant(id), one: fc.constantFrom(...options), other: fc.constantFrom(...options) }),
  );

  it('never fall for a role by a switch to an option that weighs more for it', () => {
    fc.assert(
      fc.property(answers, switches, anyRole, (given, { id, one, other }, role) => {
        const before = realScores({ ...given, [id]: one.id });
        const after = realScores({ ...given, [id]: other.id });
        expect(Math.sign(after[role] - before[role])).toBe(
          Math.sign(weightOf(other, role) - weightOf(one, role)),
        );
      }),
    );
  });

  it('let the same role lead after a switch to an option that is no worse for it and no better for others', () => {
    fc.assert(
      fc.property(answers, switches, (given, { id, one, other }) => {
        const [leader] = rolesByScore(realScores({ ...given, [id]: one.id }));
        const gain = (role: RoleId) => weightOf(other, role) - weightOf(one, role);
        fc.pre(ROLE_IDS.every((role) => (role === leader ? gain(role) >= 0 : gain(role) <= 0)));
        expect(rolesByScore(realScores({ ...given, [id]: other.id }))[0]).toBe(leader);
      }),
    );
  });

  it('never fall for a role by one more answer that suits it best', () => {
    fc.assert(
      fc.property(answers, anyQuestion, anyRole, (given, { id }, role) => {
        const others = without(given, id);
        const best = bestAnswers(realQuestionnaire, role)[id]!;
        expect(realScores({ ...others, [id]: best })[role]).toBeGreaterThanOrEqual(realScores(others)[role]);
      }),
    );
  });

  it.each(ROLE_IDS)('are 0.5 for %s on average over evenly sampled sessions', (role) => {
    const scores = sampledAnswers(realQuestionnaire, 4_000).map((given) => realScores(given)[role]);
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.05);
  });
});
