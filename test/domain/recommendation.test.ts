import * as fc from 'fast-check';
import type { Answers } from '../../src/domain/advice';
import { questionsOf, type Questionnaire, type Weights } from '../../src/domain/questionnaire';
import {
  CLEAR_LEAD,
  ENOUGH_ANSWERS,
  NONE_FITS_BELOW,
  recommend,
  type Recommendation,
} from '../../src/domain/recommendation';
import { ROLE_IDS, type RoleId } from '../../src/domain/role';
import {
  answersTo,
  anyAnswers,
  aQuestionnaire,
  bestAnswers,
  neutralAnswers,
  realQuestionnaire,
  realRoles,
  sampledAnswers,
  weightOf,
} from '../helpers/questionnaire';

const FOR_BILLING = { billing: 3, coding: -3 };
const FOR_CODING = { billing: -3, coding: 3 };
const AGAINST_ALL = { billing: -3, coding: -3, both: -3 };

/** ENOUGH_ANSWERS questions of the same options. */
const enoughTimes = (...options: readonly Weights[]): Questionnaire =>
  aQuestionnaire(...Array.from({ length: ENOUGH_ANSWERS }, () => options));

/** `answering(n, 'o1')`: the first `n` questions answered with that option. */
const answering = (count: number, option: string): Answers =>
  answersTo(Object.fromEntries(Array.from({ length: count }, (_, index) => [`q${index + 1}`, option])));

const adviseReal = (answers: Answers): Recommendation => recommend(realQuestionnaire, realRoles, answers);
const outcomeOf = (result: Recommendation): string => (result.kind === 'role' ? result.role.id : result.kind);

const without = (answers: Answers, question: string): Answers =>
  answersTo(Object.fromEntries(Object.entries(answers).filter(([id]) => id !== question)));

/** The result as a role, or a failing test. */
function asRole(result: Recommendation): Extract<Recommendation, { kind: 'role' }> {
  if (result.kind !== 'role') throw new Error('expected a role');
  return result;
}

describe('recommend', () => {
  it('scores the worst possible answers 0 and the best 1, however small the weights are', () => {
    const questionnaire = aQuestionnaire([{ billing: 3, coding: -1 }, { billing: -3 }]);
    const { scores } = recommend(questionnaire, realRoles, answersTo({ q1: 'o1' }));
    expect(scores).toEqual({ billing: 1, coding: 0, both: 0.5 });
  });

  it('knows too little without answers, and then names the roles in their order', () => {
    const result = asRole(recommend(enoughTimes(FOR_CODING, FOR_BILLING), realRoles, {}));
    expect(result).toMatchObject({ closeness: 'too-little-known', reasons: [], against: [], hurdles: [] });
    expect([result.role.id, result.runnerUp.id]).toEqual(realRoles.slice(0, 2).map(({ id }) => id));
  });

  it('breaks ties by the order of the roles', () => {
    const tied = enoughTimes({ billing: 1, coding: 1, both: 1 }, {});
    const answers = answering(ENOUGH_ANSWERS, 'o1');
    expect(outcomeOf(recommend(tied, realRoles, answers))).toBe(realRoles[0]?.id);
    expect(outcomeOf(recommend(tied, [...realRoles].reverse(), answers))).toBe(realRoles.at(-1)?.id);
  });

  it('calls the choice clear from enough answers on, and says too little is known with one fewer', () => {
    const questionnaire = enoughTimes(FOR_CODING, FOR_BILLING);
    const closeness = (count: number) =>
      asRole(recommend(questionnaire, realRoles, answering(count, 'o1'))).closeness;
    expect(closeness(ENOUGH_ANSWERS)).toBe('clear');
    expect(closeness(ENOUGH_ANSWERS - 1)).toBe('too-little-known');
  });

  it('does not count answers that say nothing', () => {
    const questionnaire = aQuestionnaire(...Array.from({ length: ENOUGH_ANSWERS }, () => [{}, FOR_CODING]));
    const answers = { ...answering(ENOUGH_ANSWERS, 'o1'), ...answersTo({ q1: 'o2' }) };
    expect(recommend(questionnaire, realRoles, answers)).toMatchObject({ closeness: 'too-little-known' });
  });

  it('calls the choice close where the lead is small', () => {
    const questionnaire = enoughTimes(
      { billing: 2, coding: 2, both: -1 },
      { billing: -2, coding: -2, both: 1 },
    );
    expect(recommend(questionnaire, realRoles, answering(ENOUGH_ANSWERS, 'o1'))).toMatchObject({
      closeness: 'close',
    });
  });

  it('gives the three strongest reasons for the role and the two strongest against it', () => {
    const weights = [1, 3, -1, 2, -3, 3, -2].map((coding) => [
      { coding, billing: -3 },
      { billing: 3, coding: -3 },
    ]);
    const result = asRole(recommend(aQuestionnaire(...weights), realRoles, answering(weights.length, 'o1')));
    expect(result.role.id).toBe('coding');
    expect(result.reasons).toEqual(['q2 o1', 'q6 o1', 'q4 o1']);
    expect(result.against).toEqual(['q5 o1', 'q7 o1']);
  });

  it('recommends none where enough answers speak against every role, and says which', () => {
    const questionnaire = enoughTimes(AGAINST_ALL, FOR_CODING, FOR_BILLING);
    const result = recommend(questionnaire, realRoles, answering(ENOUGH_ANSWERS, 'o1'));
    expect(result).toMatchObject({ kind: 'none', reasons: ['q1 o1', 'q2 o1', 'q3 o1'] });
    expect(recommend(questionnaire, realRoles, answering(ENOUGH_ANSWERS - 1, 'o1')).kind).toBe('role');
  });

  it('still names a role where all scores are low but no answer speaks against every role', () => {
    const pairs = [
      { billing: -3, coding: -3 },
      { billing: -3, both: -3 },
      { coding: -3, both: -3 },
    ];
    const gladly = { billing: 3, coding: 3, both: 3 };
    const questionnaire = aQuestionnaire(...[...pairs, ...pairs].map((pair) => [pair, gladly]));
    const result = asRole(recommend(questionnaire, realRoles, answering(ENOUGH_ANSWERS, 'o1')));
    expect(result.scores).toEqual({ billing: 0, coding: 0, both: 0 });
    expect(result).toMatchObject({ closeness: 'close', reasons: [], against: { length: 2 } });
  });

  it('counts an answer for which the author wrote no reason, and says nothing about it', () => {
    const [stage] = aQuestionnaire([FOR_CODING, FOR_BILLING]).stages;
    const silent = stage!.questions.map((question) => ({
      ...question,
      options: question.options.map(({ id, label, synonyms, weights }) => ({ id, label, synonyms, weights })),
    }));
    const questionnaire: Questionnaire = {
      stages: [{ ...stage!, questions: silent }],
      hurdles: {},
      skip: [],
      why: [],
    };
    expect(recommend(questionnaire, realRoles, answering(1, 'o1'))).toMatchObject({
      role: { id: 'coding' },
      reasons: [],
    });
  });

  it('ignores questions and options that the questionnaire does not have', () => {
    const questionnaire = enoughTimes(FOR_CODING, FOR_BILLING);
    const answers = answersTo({ q1: 'o1', q2: 'gone', 'removed-question': 'o1' });
    expect(recommend(questionnaire, realRoles, answers)).toEqual(
      recommend(questionnaire, realRoles, answersTo({ q1: 'o1' })),
    );
  });

  it('refuses to choose between fewer than two roles', () => {
    expect(() => recommend(enoughTimes({}, {}), realRoles.slice(0, 1), {})).toThrow(RangeError);
  });
});

describe('recommend with the real questionnaire', () => {
  const questions = questionsOf(realQuestionnaire);
  const answers = anyAnswers(realQuestionnaire);
  const sampled = sampledAnswers(realQuestionnaire, 4_000);
  const anyRole = fc.constantFrom(...ROLE_IDS);
  const anyQuestion = fc.constantFrom(...questions);

  it('scores every role between 0 and 1 and picks the highest', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const result = adviseReal(given);
        const scores = Object.values(result.scores);
        expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
        if (result.kind === 'none') expect(Math.max(...scores)).toBeLessThan(NONE_FITS_BELOW);
        else expect(result.scores[result.role.id]).toBe(Math.max(...scores));
      }),
    );
  });

  it('never lowers the score of a role by a switch to an option that weighs more for it', () => {
    fc.assert(
      fc.property(
        answers,
        anyQuestion,
        anyRole,
        fc.nat(4),
        fc.nat(4),
        (given, { id, options }, role, one, other) => {
          const [low, high] = [options[one % options.length]!, options[other % options.length]!].sort(
            (a, b) => weightOf(a, role) - weightOf(b, role),
          ) as [(typeof options)[number], (typeof options)[number]];
          const before = adviseReal({ ...given, [id]: low.id }).scores[role];
          expect(adviseReal({ ...given, [id]: high.id }).scores[role]).toBeGreaterThanOrEqual(before);
        },
      ),
    );
  });

  it('never lowers the score of a role by one more answer that suits it best', () => {
    fc.assert(
      fc.property(answers, anyQuestion, anyRole, (given, { id }, role) => {
        const others = without(given, id);
        const best = bestAnswers(realQuestionnaire, role)[id]!;
        const before = adviseReal(others).scores[role];
        expect(adviseReal({ ...others, [id]: best }).scores[role]).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it('does not depend on the order of the answers', () => {
    const shuffled = answers.chain((given) => {
      const entries = Object.entries(given);
      const order = fc.shuffledSubarray(entries, { minLength: entries.length });
      return fc.tuple(
        fc.constant(given),
        order.map((each) => answersTo(Object.fromEntries(each))),
      );
    });
    fc.assert(
      fc.property(shuffled, ([given, other]) => expect(adviseReal(other)).toEqual(adviseReal(given))),
    );
  });

  it('gives reasons and hurdles that the person raised: at most 3 for, 2 against, none twice', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const result = adviseReal(given);
        const chosen = questions.flatMap(({ id, options }) =>
          options.filter((option) => option.id === given[id]),
        );
        const against = result.kind === 'role' ? result.against : [];
        const said = [...result.reasons, ...against];
        expect(new Set(said).size).toBe(said.length);
        expect(chosen.map(({ reason }) => reason)).toEqual(expect.arrayContaining(said));
        expect(result.reasons.length).toBeLessThanOrEqual(3);
        expect(against.length).toBeLessThanOrEqual(2);
        expect(result.hurdles).toEqual(chosen.flatMap(({ hurdle }) => (hurdle ? [hurdle] : [])));
      }),
    );
  });

  it.each(ROLE_IDS)('reaches %s clearly by the answers that suit it best', (role) => {
    const result = asRole(adviseReal(bestAnswers(realQuestionnaire, role)));
    expect(result).toMatchObject({
      role: { id: role },
      closeness: 'clear',
      reasons: { length: 3 },
      against: [],
    });
  });

  it('reaches none by the answers of a person who likes none of the work', () => {
    const unwilling = answersTo({ material: 'neither', finish: 'no-detail', learning: 'no' });
    const result = adviseReal({
      ...neutralAnswers(realQuestionnaire),
      ...unwilling,
      ...answersTo({ people: 'mix', exam: 'ready' }),
    });
    expect(result).toMatchObject({ kind: 'none', reasons: { length: 3 } });
    expect(result.hurdles).toEqual(['dislikes-detail-work', 'dislikes-learning']);
  });

  it.each(Object.keys(realQuestionnaire.hurdles))('raises the hurdle %s by one answer', (hurdle) => {
    const raising = questions.flatMap(({ id, options }) =>
      options.filter((option) => option.hurdle === hurdle).map((option) => ({ [id]: option.id })),
    );
    for (const answer of raising) expect(adviseReal(answer).hurdles).toEqual([hurdle]);
    expect(raising).not.toHaveLength(0);
  });

  it('lets no single answer decide alone', () => {
    const neutral = neutralAnswers(realQuestionnaire);
    const flipped = questions.flatMap(({ id, options }) =>
      options.map((option) => ({ ...neutral, [id]: option.id })),
    );
    for (const given of flipped) {
      const result = asRole(adviseReal(given));
      expect(result.closeness).not.toBe('clear');
      const scores = Object.values(result.scores).sort((a, b) => b - a);
      expect((scores[0] ?? 0) - (scores[1] ?? 0)).toBeLessThan(CLEAR_LEAD);
    }
  });

  it('never turns from a clear role to another when any one answer of a full session is taken back', () => {
    for (const given of sampled) {
      const result = adviseReal(given);
      if (result.kind === 'none' || result.closeness !== 'clear') continue;
      for (const id of Object.keys(given))
        expect([result.role.id, 'none']).toContain(outcomeOf(adviseReal(without(given, id))));
    }
  });

  it('asks for more answers than requirements and pay alone can give', () => {
    const beforeFit = realQuestionnaire.stages
      .filter(({ id }) => id !== 'fit')
      .flatMap((stage) => stage.questions);
    expect(ENOUGH_ANSWERS).toBeGreaterThan(beforeFit.length);
  });

  it('favours no role: evenly sampled answers spread, and all roles score alike on average', () => {
    const results = sampled.map(adviseReal);
    const withRole = results.flatMap((result) => (result.kind === 'role' ? [result.role.id] : []));
    const shareOf = (role: RoleId) => withRole.filter((id) => id === role).length / withRole.length;
    const meanOf = (role: RoleId) =>
      results.reduce((sum, { scores }) => sum + scores[role], 0) / results.length;
    for (const role of ROLE_IDS) {
      expect(shareOf(role)).toBeGreaterThan(0.2);
      expect(shareOf(role)).toBeLessThan(0.55);
      expect(Math.abs(meanOf(role) - 0.5)).toBeLessThan(0.05);
    }
    expect(withRole.length / results.length).toBeGreaterThan(0.9);
  });
});
