import * as fc from 'fast-check';
import type { Answers } from '../../src/domain/advice';
import {
  questionsOf,
  stageOf,
  weightOf,
  type Option,
  type Question,
  type Questionnaire,
} from '../../src/domain/questionnaire';
import {
  CLEAR_LEAD,
  ENOUGH_ABOUT_FIT,
  ENOUGH_ANSWERS,
  NONE_FITS_BELOW,
  reasonOf,
  recommend,
  type Recommendation,
} from '../../src/domain/recommendation';
import { ROLE_IDS, type RoleId } from '../../src/domain/role';
import { rolesByScore } from '../../src/domain/scoring';
import { leaderOf, plus, rangeOf, sumsOf, weighedQuestions, type Points } from '../helpers/fullSessions';
import {
  answersTo,
  anyAnswers,
  bestAnswers,
  neutralAnswers,
  realQuestionnaire,
  sampledAnswers,
} from '../helpers/questionnaire';
import { aQuestionnaire, withFit, withHurdles, type Counts } from '../helpers/smallQuestionnaire';

const FOR_BILLING = { billing: 3, coding: -3 };
const FOR_CODING = { billing: -3, coding: 3 };
const AGAINST_ALL = { billing: -3, coding: -3, both: -3 };

/** ENOUGH_ANSWERS questions of the same options. */
const enoughTimes = (...options: readonly Counts[]): Questionnaire =>
  aQuestionnaire(...Array.from({ length: ENOUGH_ANSWERS }, () => options));

/** `answering(n, 'o1')`: the first `n` questions answered with that option. */
const answering = (count: number, option: string): Answers =>
  answersTo(Object.fromEntries(Array.from({ length: count }, (_, index) => [`q${index + 1}`, option])));

const outcomeOf = (result: Recommendation): string => (result.kind === 'role' ? result.role : result.kind);

/** The result as a role, or a failing test. */
function asRole(result: Recommendation): Extract<Recommendation, { kind: 'role' }> {
  if (result.kind !== 'role') throw new Error('expected a role');
  return result;
}

describe('recommend', () => {
  it('knows nothing without answers, or where none tells anything', () => {
    const questionnaire = aQuestionnaire([FOR_CODING, {}], [{ hurdle: 'odd hours' }, {}]);
    const nothing = { kind: 'unknown', scores: { billing: 0.5, coding: 0.5, both: 0.5 } };
    expect(recommend(questionnaire, {})).toEqual({ ...nothing, hurdles: [] });
    expect(recommend(questionnaire, answersTo({ q1: 'o2', q2: 'o1' }))).toMatchObject({
      kind: 'unknown',
      hurdles: ['odd hours'],
    });
  });

  it('names the role with the best score, and the next', () => {
    const result = recommend(enoughTimes(FOR_CODING, FOR_BILLING), answersTo({ q1: 'o1' }));
    expect(result).toMatchObject({ kind: 'role', role: 'coding', runnerUp: 'both' });
  });

  it('breaks ties by the order of the roles', () => {
    const tied = enoughTimes({ billing: 1, coding: 1, both: 1 }, {});
    expect(recommend(tied, answering(ENOUGH_ANSWERS, 'o1'))).toMatchObject({
      role: ROLE_IDS[0],
      runnerUp: ROLE_IDS[1],
    });
  });

  it('calls the choice clear from enough answers on, and says too little is known with one fewer', () => {
    const questionnaire = enoughTimes(FOR_CODING, FOR_BILLING);
    const closeness = (count: number) => asRole(recommend(questionnaire, answering(count, 'o1'))).closeness;
    expect(closeness(ENOUGH_ANSWERS)).toBe('clear');
    expect(closeness(ENOUGH_ANSWERS - 1)).toBe('too-little-known');
  });

  it('says too little is known with too few answers about the work itself, however many there are', () => {
    const questionnaire = aQuestionnaire(
      ...Array.from({ length: 2 * ENOUGH_ANSWERS }, () => [FOR_CODING, FOR_BILLING]),
    );
    const closeness = (aboutFit: number) =>
      asRole(recommend(withFit(questionnaire, aboutFit), answering(2 * ENOUGH_ANSWERS, 'o1'))).closeness;
    expect(closeness(ENOUGH_ABOUT_FIT)).toBe('clear');
    expect(closeness(ENOUGH_ABOUT_FIT - 1)).toBe('too-little-known');
  });

  it('does not count answers that tell nothing', () => {
    const count = ENOUGH_ANSWERS + 1;
    const questionnaire = aQuestionnaire(...Array.from({ length: count }, () => [FOR_CODING, {}]));
    const closeness = (aboutFit: number, ...silent: readonly string[]) =>
      asRole(
        recommend(withFit(questionnaire, aboutFit), {
          ...answering(count, 'o1'),
          ...answersTo(Object.fromEntries(silent.map((id) => [id, 'o2']))),
        }),
      ).closeness;
    expect(closeness(count, 'q1')).toBe('clear');
    expect(closeness(count, 'q1', 'q2')).toBe('too-little-known');
    expect(closeness(ENOUGH_ABOUT_FIT, 'q1')).toBe('clear');
    expect(closeness(ENOUGH_ABOUT_FIT, `q${count}`)).toBe('too-little-known');
  });

  it('calls the choice close where the lead is small, and clear where it is not', () => {
    /** Coding gets all of 30, billing so much less. */
    const behind = (...billing: readonly number[]) =>
      recommend(
        aQuestionnaire(
          ...billing.map((less) => [
            { coding: 3, billing: 3 - less },
            { coding: -3, billing: -3 },
            { billing: 3, both: 3 },
          ]),
        ),
        answering(billing.length, 'o1'),
      );
    expect([5 / 30, 7 / 30].map((lead) => lead >= CLEAR_LEAD)).toEqual([false, true]);
    expect(behind(1, 1, 1, 1, 1)).toMatchObject({
      role: 'coding',
      scores: { billing: 25 / 30 },
      closeness: 'close',
    });
    expect(behind(2, 2, 1, 1, 1)).toMatchObject({
      role: 'coding',
      scores: { billing: 23 / 30 },
      closeness: 'clear',
    });
  });

  it('gives the three strongest reasons for the role and the two strongest against it', () => {
    const weights = [1, 3, -1, 2, -3, 3, -2].map((coding) => [
      { coding, billing: -3 },
      { billing: 3, coding: -3 },
    ]);
    const result = asRole(recommend(aQuestionnaire(...weights), answering(weights.length, 'o1')));
    expect(result.role).toBe('coding');
    expect(result.reasons).toEqual([
      { question: 'q2', said: 'q2 o1', because: '3 for coding', weight: 3 },
      { question: 'q6', said: 'q6 o1', because: '3 for coding', weight: 3 },
      { question: 'q4', said: 'q4 o1', because: '2 for coding', weight: 2 },
    ]);
    expect(result.against).toEqual([
      { question: 'q5', said: 'q5 o1', because: '-3 for coding', weight: -3 },
      { question: 'q7', said: 'q7 o1', because: '-2 for coding', weight: -2 },
    ]);
  });

  it('recommends none where enough answers speak against every role, and says which', () => {
    const questionnaire = enoughTimes(AGAINST_ALL, FOR_CODING, FOR_BILLING);
    const result = recommend(questionnaire, answering(ENOUGH_ANSWERS, 'o1'));
    expect(result).toMatchObject({
      kind: 'none',
      reasons: [{ said: 'q1 o1' }, { said: 'q2 o1' }, { said: 'q3 o1' }],
    });
    // Fewer are too few to say so, and name no role either.
    expect(recommend(questionnaire, answering(ENOUGH_ANSWERS - 1, 'o1')).kind).toBe('unknown');
    expect(recommend(withFit(questionnaire, 1), answering(ENOUGH_ANSWERS, 'o1')).kind).toBe('unknown');
  });

  it('says why none fits by what speaks against the role that each answer suits best', () => {
    const mild = { billing: -3, coding: -1, both: -2 };
    const questionnaire = enoughTimes(mild, { billing: 3, coding: 3, both: 3 });
    expect(recommend(questionnaire, answering(ENOUGH_ANSWERS, 'o1'))).toMatchObject({
      kind: 'none',
      reasons: [{ because: '-1 for coding', weight: -1 }, {}, {}],
    });
  });

  it('still names a role where all scores are low but no answer speaks against every role', () => {
    const pairs = [
      { billing: -3, coding: -3 },
      { billing: -3, both: -3 },
      { coding: -3, both: -3 },
    ];
    const gladly = { billing: 3, coding: 3, both: 3 };
    const questionnaire = aQuestionnaire(...[...pairs, ...pairs].map((pair) => [pair, gladly]));
    const result = asRole(recommend(questionnaire, answering(ENOUGH_ANSWERS + 1, 'o1')));
    expect(Math.max(...Object.values(result.scores))).toBeLessThan(NONE_FITS_BELOW);
    expect(result).toMatchObject({ closeness: 'close', reasons: [], against: { length: 2 } });
  });

  it('counts an answer for which the author wrote nothing to say, and says nothing about it', () => {
    const [stage] = aQuestionnaire([FOR_CODING, FOR_BILLING]).stages;
    const silent = stage!.questions.map((question) => ({
      ...question,
      options: question.options.map(({ id, label, synonyms, weights }) => ({ id, label, synonyms, weights })),
    }));
    const questionnaire = { ...aQuestionnaire(), stages: [{ ...stage!, questions: silent }] };
    expect(recommend(questionnaire, answering(1, 'o1'))).toMatchObject({ role: 'coding', reasons: [] });
  });

  it('ignores questions and options that the questionnaire does not have', () => {
    const questionnaire = enoughTimes(FOR_CODING, FOR_BILLING);
    const answers = answersTo({ q1: 'o1', q2: 'gone', 'removed-question': 'o1' });
    expect(recommend(questionnaire, answers)).toEqual(recommend(questionnaire, answersTo({ q1: 'o1' })));
  });
});

describe('recommend, where a hard fact stands against the role', () => {
  const hurdled = aQuestionnaire(
    ...Array.from({ length: ENOUGH_ANSWERS - 1 }, () => [
      { coding: 3, both: 1 },
      { billing: 3 },
      { both: 3 },
    ]),
    [{ coding: 1, hurdle: 'first' }, { coding: 1, hurdle: 'other' }, { coding: 1 }],
  );
  const withBlocks = (blocks: Record<string, readonly RoleId[]>, last = 'o1') =>
    recommend(withHurdles(hurdled, blocks), {
      ...answering(ENOUGH_ANSWERS - 1, 'o1'),
      ...answersTo({ q5: last }),
    });

  it('keeps the role that taste speaks for, and says what blocks it and what to do meanwhile', () => {
    expect(withBlocks({ first: ['coding', 'both'] })).toMatchObject({
      role: 'coding',
      closeness: 'clear',
      hurdles: ['first'],
      blockedBy: ['first'],
      meanwhile: 'billing',
    });
    expect(withBlocks({ first: ['coding'] })).toMatchObject({ meanwhile: 'both' });
  });

  it('has no role for the meantime where all are blocked', () => {
    const result = withBlocks({ first: ROLE_IDS });
    expect(result).toMatchObject({ role: 'coding', blockedBy: ['first'] });
    expect(result).not.toHaveProperty('meanwhile');
  });

  it.each([
    ['blocks other roles only', { first: ['billing', 'both'] as const }, 'o1'],
    ['blocks none', { first: [] }, 'o1'],
    ['has no advice any more', {}, 'o1'],
    ['was not raised', { first: ROLE_IDS }, 'o3'],
  ])('is not blocked by a hurdle that %s', (_, blocks, last) => {
    const result = withBlocks(blocks, last);
    expect(result).toMatchObject({ role: 'coding', blockedBy: [] });
    expect(result).not.toHaveProperty('meanwhile');
  });

  it('names no role for the meantime that another hurdle blocks', () => {
    const questionnaire = withHurdles(
      aQuestionnaire([{ coding: 2, both: 1, hurdle: 'one' }, {}], [{ coding: 1, hurdle: 'two' }, {}]),
      { one: ['coding'], two: ['both'] },
    );
    expect(recommend(questionnaire, answering(2, 'o1'))).toMatchObject({
      blockedBy: ['one'],
      meanwhile: 'billing',
    });
  });

  it('names a hurdle once that several answers raise', () => {
    const questionnaire = withHurdles(
      aQuestionnaire([{ coding: 1, hurdle: 'first' }, {}], [{ coding: 1, hurdle: 'first' }, {}]),
      { first: ['coding'] },
    );
    expect(recommend(questionnaire, answering(2, 'o1'))).toMatchObject({
      hurdles: ['first'],
      blockedBy: ['first'],
    });
  });
});

describe('recommend with the real questionnaire', () => {
  const questions = questionsOf(realQuestionnaire);
  const everyOption = questions.flatMap((question) =>
    question.options.map((option): [Question, Option] => [question, option]),
  );
  const answers = anyAnswers(realQuestionnaire);
  const adviseReal = (given: Answers): Recommendation => recommend(realQuestionnaire, given);
  const sampled = sampledAnswers(realQuestionnaire, 4_000).map((given) => ({
    given,
    result: adviseReal(given),
  }));

  it('scores every role between 0 and 1 and picks the highest', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const result = adviseReal(given);
        const scores = Object.values(result.scores);
        expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
        if (result.kind === 'none') expect(Math.max(...scores)).toBeLessThan(NONE_FITS_BELOW);
        if (result.kind === 'role') {
          expect([result.role, result.runnerUp]).toEqual(rolesByScore(result.scores).slice(0, 2));
        }
      }),
    );
  });

  it('does not depend on the order of the answers', () => {
    fc.assert(
      fc.property(answers, fc.func(fc.integer()), (given, rank) => {
        const shuffled = Object.entries(given).sort(([one], [other]) => rank(one) - rank(other));
        expect(adviseReal(answersTo(Object.fromEntries(shuffled)))).toEqual(adviseReal(given));
      }),
    );
  });

  it('gives reasons and hurdles that the person raised: at most 3 for, 2 against, none twice', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const result = adviseReal(given);
        if (result.kind === 'unknown') return;
        const chosen = everyOption.filter(([{ id }, option]) => given[id] === option.id);
        const against = result.kind === 'role' ? result.against : [];
        const said = [...result.reasons, ...against];
        expect(new Set(said.map(({ question }) => question)).size).toBe(said.length);
        const possible = chosen.flatMap(([question, option]) =>
          ROLE_IDS.flatMap((role) => reasonOf(question, option, role) ?? []),
        );
        expect(possible).toEqual(expect.arrayContaining(said));
        expect(result.reasons.length).toBeLessThanOrEqual(3);
        expect(against.length).toBeLessThanOrEqual(2);
        expect(result.hurdles).toEqual(chosen.flatMap(([, { hurdle }]) => hurdle ?? []));
      }),
    );
  });

  it.each(ROLE_IDS)('reaches %s clearly by the answers that suit it best', (role) => {
    expect(adviseReal(bestAnswers(realQuestionnaire, role))).toMatchObject({
      role,
      closeness: 'clear',
      reasons: { length: 3 },
      against: [],
      blockedBy: [],
    });
  });

  it('reaches every role clearly and closely, and knows too little of every role', () => {
    const reached = new Set(
      [
        ...sampled,
        ...everyOption.map(([{ id }, option]) => ({ result: adviseReal({ [id]: option.id }) })),
      ].map(({ result }) => (result.kind === 'role' ? `${result.role} ${result.closeness}` : result.kind)),
    );
    const ofRoles = ROLE_IDS.flatMap((role) =>
      ['clear', 'close', 'too-little-known'].map((closeness) => `${role} ${closeness}`),
    );
    expect([...reached].sort()).toEqual([...ofRoles, 'none', 'unknown'].sort());
  });

  it('reaches none by the answers of a person who likes none of the work', () => {
    const result = adviseReal({
      ...neutralAnswers(realQuestionnaire),
      ...answersTo({ schooling: 'diploma', place: 'any', people: 'mix' }),
      ...answersTo({ material: 'neither', finish: 'no-detail', learning: 'no' }),
    });
    expect(result).toMatchObject({ kind: 'none', reasons: { length: 3 } });
    expect(result.hurdles).toEqual(['dislikes-detail-work', 'dislikes-learning']);
  });

  it('reaches none by every answer that speaks against all roles', () => {
    const againstAll = everyOption.filter(([, option]) =>
      ROLE_IDS.every((role) => weightOf(option, role) < 0),
    );
    const reasons = sampled.flatMap(({ result }) => (result.kind === 'none' ? result.reasons : []));
    expect([...new Set(reasons.map(({ said }) => said))].sort()).toEqual(
      againstAll.map(([, { said }]) => said).sort(),
    );
  });

  it.each(Object.keys(realQuestionnaire.hurdles))('raises the hurdle %s by one answer', (hurdle) => {
    const raising = everyOption.filter(([, option]) => option.hurdle === hurdle);
    for (const [{ id }, option] of raising) expect(adviseReal({ [id]: option.id }).hurdles).toEqual([hurdle]);
    expect(raising).not.toHaveLength(0);
  });

  const blocks = Object.entries(realQuestionnaire.hurdles).flatMap(([hurdle, { blocks: roles }]) =>
    roles.map((role): [string, RoleId, readonly RoleId[]] => [hurdle, role, roles]),
  );

  it.each(blocks)('lets %s block %s, however well that fits', (hurdle, role, blocked) => {
    const [[{ id }, option]] = everyOption.filter(([, each]) => each.hurdle === hurdle) as [
      [Question, Option],
    ];
    const result = asRole(adviseReal({ ...bestAnswers(realQuestionnaire, role), [id]: option.id }));
    expect(result).toMatchObject({ role, closeness: 'clear', blockedBy: [hurdle] });
    expect(result.meanwhile).toBe(rolesByScore(result.scores).find((each) => !blocked.includes(each)));
  });

  it('knows too little by any answer alone', () => {
    for (const [{ id }, option] of everyOption) {
      const result = adviseReal({ [id]: option.id });
      expect(result.kind === 'unknown' || asRole(result).closeness === 'too-little-known').toBe(true);
    }
  });

  it('lets no single answer decide among undecided ones', () => {
    const neutral = neutralAnswers(realQuestionnaire);
    for (const [{ id }, option] of everyOption) {
      const { scores, ...result } = adviseReal({ ...neutral, [id]: option.id });
      const [best, second] = rolesByScore(scores);
      expect(result).not.toMatchObject({ closeness: 'clear' });
      expect(result.kind).not.toBe('none');
      expect(scores[best] - scores[second]).toBeLessThan(CLEAR_LEAD);
    }
  });

  describe('in every full session', () => {
    const weighed = weighedQuestions(realQuestionnaire);
    const range = rangeOf(weighed);
    /** Each question with every sum that the others come to. */
    const besideOthers = weighed.map((question, at) => {
      const others = weighed.filter((_, other) => other !== at);
      return { question, sums: sumsOf(others), range: rangeOf(others) };
    });
    const clearRole = (sum: Points): RoleId | undefined => {
      const { role, lead } = leaderOf(sum, range);
      return lead >= CLEAR_LEAD ? role : undefined;
    };

    it('adds up as in a recommendation', () => {
      for (const { given, result } of sampled.filter(({ result: { kind } }) => kind === 'role')) {
        const chosen = questions.map(({ id, options }) => options.findIndex((each) => each.id === given[id]));
        const sum = chosen.map((option, at) => weighed[at]!.options[option]!).reduce(plus);
        expect(leaderOf(sum, range).role).toBe(outcomeOf(result));
      }
    });

    it('never turns from a clear role to another when one answer is taken back', () => {
      const turned = besideOthers.flatMap(({ question, sums, range: left }) =>
        sums.filter((sum) => {
          const before = question.options.map((option) => clearRole(plus(sum, option)));
          return before.some((role) => role !== undefined && role !== leaderOf(sum, left).role);
        }),
      );
      expect(turned).toEqual([]);
    });

    it('never turns from a clear role to another clear one when one answer is changed', () => {
      const turned = besideOthers.flatMap(({ question, sums }) =>
        sums.filter((sum) => {
          const roles = question.options.flatMap((option) => clearRole(plus(sum, option)) ?? []);
          return new Set(roles).size > 1;
        }),
      );
      expect(turned).toEqual([]);
    });
  });

  it('asks for answers about the work itself, which requirements and pay cannot give', () => {
    const beforeFit = questions.filter(({ id }) => stageOf(realQuestionnaire, id)?.id !== 'fit');
    const ready = Object.fromEntries(
      beforeFit.map(({ id }) => [id, bestAnswers(realQuestionnaire, 'coding')[id]!]),
    );
    expect(beforeFit.length).toBeGreaterThanOrEqual(ENOUGH_ANSWERS);
    expect(adviseReal(ready)).toMatchObject({ role: 'coding', closeness: 'too-little-known' });
  });

  it('favours no role: evenly sampled answers spread over all of them, and nearly all find one', () => {
    const outcomes = sampled.map(({ result }) => outcomeOf(result));
    const shareOf = (outcome: string) => outcomes.filter((each) => each === outcome).length / outcomes.length;
    for (const role of ROLE_IDS) {
      expect(shareOf(role)).toBeGreaterThan(0.25);
      expect(shareOf(role)).toBeLessThan(0.45);
    }
    expect(shareOf('none')).toBeLessThan(0.1);
    expect(shareOf('unknown')).toBeLessThan(0.01);
  });
});
