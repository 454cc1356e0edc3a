import * as fc from 'fast-check';
import {
  answersOf,
  openQuestions,
  withSkipped,
  type AdviceSession,
  type Answers,
} from '../../src/domain/advice';
import { isDone, isEnough } from '../../src/domain/enough';
import { questionsOf, type Question, type Questionnaire } from '../../src/domain/questionnaire';
import { ENOUGH_ANSWERS, recommend } from '../../src/domain/recommendation';
import { ROLE_IDS, type RoleId } from '../../src/domain/role';
import {
  answersTo,
  anyAnswers,
  bestAnswers,
  realQuestionnaire,
  sessionOf,
  without,
} from '../helpers/questionnaire';
import { aQuestionnaire, withHurdles, type Counts } from '../helpers/smallQuestionnaire';

/** The role that is clearly ahead; undefined where none is. */
const clearRole = (questionnaire: Questionnaire, answers: Answers): RoleId | undefined => {
  const result = recommend(questionnaire, answers);
  return result.kind === 'role' && result.closeness === 'clear' ? result.role : undefined;
};

const asksForHardFact = ({ hurdles }: Questionnaire, { options }: Question): boolean =>
  options.some(({ hurdle }) => hurdle && hurdles[hurdle] && hurdles[hurdle].blocks.length > 0);

/** Every way to answer or skip these questions, one after the other. */
const completions = ([first, ...others]: readonly Question[], answers: Answers): Answers[] =>
  first
    ? [answers, ...first.options.map(({ id }) => ({ ...answers, [first.id]: id }))].flatMap((each) =>
        completions(others, each),
      )
    : [answers];

/** What `isEnough` claims, tried out in full. */
function isEnoughByTrial(questionnaire: Questionnaire, session: AdviceSession): boolean {
  const open = openQuestions(questionnaire, session);
  if (open.some((question) => asksForHardFact(questionnaire, question))) return false;
  const ends = completions(open, answersOf(session)).map((answers) => clearRole(questionnaire, answers));
  return ends[0] !== undefined && new Set(ends).size === 1;
}

const CODING = { coding: 3, billing: -3 };
const BILLING = { billing: 3, coding: -3 };

/** So many questions that were answered for coding, and then those. */
const afterCoding = (...questions: readonly (readonly Counts[])[]): Questionnaire =>
  aQuestionnaire(...Array.from({ length: ENOUGH_ANSWERS }, () => [CODING, BILLING]), ...questions);

const codingSession = sessionOf(
  answersTo(Object.fromEntries(Array.from({ length: ENOUGH_ANSWERS }, (_, at) => [`q${at + 1}`, 'o1']))),
);

describe('isEnough', () => {
  it('is true where what is left can neither bring another role to the top nor make it close', () => {
    const after = (count: number) => afterCoding(...Array.from({ length: count }, () => [CODING, BILLING]));
    expect(isEnough(after(1), codingSession)).toBe(true);
    // Coding 5 of 7, the combined role between, billing 2 of 7; with one more, 5 of 8.
    expect([2, 3, 6].map((left) => isEnough(after(left), codingSession))).toEqual([true, false, false]);
  });

  it('is false where one answer that is left could make another role as clear', () => {
    const toCoding = Array.from({ length: ENOUGH_ANSWERS }, () => [{ coding: 1 }, {}]);
    const questionnaire = aQuestionnaire(...toCoding, [CODING, BILLING]);
    const ends = completions(openQuestions(questionnaire, codingSession), answersOf(codingSession));
    expect(ends.map((end) => clearRole(questionnaire, end))).toEqual(['coding', 'coding', 'billing']);
    expect(isEnough(questionnaire, codingSession)).toBe(false);
  });

  it('is false while too little is known, and while it is close', () => {
    const [last] = codingSession.answered.slice(-1);
    const fewer = { answered: codingSession.answered.slice(0, -1) };
    expect(isEnough(afterCoding(), fewer)).toBe(false);
    expect(isEnough(afterCoding(), withSkipped(fewer, last!.question))).toBe(false);
    const alike = { billing: 3, coding: 3, both: 3 };
    const close = aQuestionnaire(...Array.from({ length: ENOUGH_ANSWERS }, () => [alike, {}]));
    expect(isEnough(close, codingSession)).toBe(false);
  });

  it('is false while a hard fact that could block a role is to be asked for, and only then', () => {
    const asked = afterCoding([{}, { hurdle: 'fact' }]);
    expect(isEnough(withHurdles(asked, { fact: ['billing'] }), codingSession)).toBe(false);
    expect(isEnough(withHurdles(asked, { fact: [] }), codingSession)).toBe(true);
    expect(isEnough(asked, codingSession)).toBe(true);
    const skipped = withSkipped(codingSession, questionsOf(asked).at(-1)!.id);
    expect(isEnough(withHurdles(asked, { fact: ['billing'] }), skipped)).toBe(true);
  });

  it('is false where what is left could leave no role that fits', () => {
    const mildly = [{ coding: 1 }, { billing: 1, both: 1 }];
    const gladly = { coding: 3, billing: -3, both: -3 };
    const badly = { coding: -3, billing: -3, both: -3 };
    const after = (count: number) =>
      aQuestionnaire(
        ...Array.from({ length: ENOUGH_ANSWERS }, () => mildly),
        ...Array.from({ length: count }, () => [gladly, badly]),
      );
    // At the worst coding has 5 of 11, then 5 of 17; the others have nothing.
    expect([1, 2].map((left) => isEnough(after(left), codingSession))).toEqual([true, false]);
  });

  it('is false, without a look, where so much is left that a look would take long', () => {
    const slight = [{ coding: 1 }, {}];
    const after = (count: number) => afterCoding(...Array.from({ length: count }, () => slight));
    expect(isEnough(after(6), codingSession)).toBe(true);
    expect(isEnough(after(7), codingSession)).toBe(false);
  });

  it('agrees with a trial of all ways, whatever the questionnaire', () => {
    const weight = fc.integer({ min: -3, max: 3 });
    const option: fc.Arbitrary<Counts> = fc.record({
      billing: weight,
      coding: weight,
      both: weight,
      hurdle: fc.oneof(
        { weight: 8, arbitrary: fc.constant(undefined) },
        fc.constant('harmless'),
        fc.constant('blocking'),
      ),
    });
    const questions = fc.array(fc.array(option, { minLength: 2, maxLength: 3 }), {
      minLength: 6,
      maxLength: 8,
    });
    const sessions = fc.tuple(questions, fc.constantFrom(...ROLE_IDS)).chain(([options, leaning]) => {
      const questionnaire = withHurdles(aQuestionnaire(...options), { blocking: ['coding'], harmless: [] });
      return fc.tuple(fc.constant(questionnaire), anyAnswers(questionnaire, leaning).map(sessionOf));
    });
    let early = 0;
    fc.assert(
      fc.property(sessions, ([questionnaire, session]) => {
        const expected = isEnoughByTrial(questionnaire, session);
        expect(isEnough(questionnaire, session)).toBe(expected);
        if (expected && openQuestions(questionnaire, session).length > 0) early += 1;
      }),
      { numRuns: 1_000 },
    );
    expect(early).toBeGreaterThan(20);
  });
});

describe('isEnough with the real questionnaire', () => {
  const questions = questionsOf(realQuestionnaire);
  const hard = questions.filter((question) => asksForHardFact(realQuestionnaire, question));

  it('is true only where every completion leads to the same role as clearly', () => {
    const leaning = fc.constantFrom(...ROLE_IDS).chain((role) => anyAnswers(realQuestionnaire, role));
    const completing = fc.array(leaning, { minLength: 20, maxLength: 20 });
    let early = 0;
    fc.assert(
      fc.property(leaning, completing, (given, others) => {
        const session = sessionOf(given);
        const open = openQuestions(realQuestionnaire, session);
        if (!isEnough(realQuestionnaire, session) || open.length === 0) return;
        early += 1;
        expect(open.filter((question) => hard.includes(question))).toEqual([]);
        const ends = [given, ...others.map((other) => ({ ...other, ...given }))];
        expect(new Set(ends.map((end) => clearRole(realQuestionnaire, end))).size).toBe(1);
      }),
      { numRuns: 1_000 },
    );
    expect(early).toBeGreaterThan(50);
  });

  it.each(hard.map(({ id }) => id))('asks for %s, however clear the rest is', (id) => {
    for (const role of ROLE_IDS) {
      const others = without(bestAnswers(realQuestionnaire, role), id);
      expect(clearRole(realQuestionnaire, others)).toBe(role);
      expect(isEnough(realQuestionnaire, sessionOf(others))).toBe(false);
    }
  });

  it.each(ROLE_IDS)('spares a person questions whose answers suit %s best so far', (role) => {
    const given = bestAnswers(realQuestionnaire, role);
    const spared = questions.filter(({ id }) => isEnough(realQuestionnaire, sessionOf(without(given, id))));
    expect(spared.map(({ id }) => id)).toContain('hours');
  });
});

describe('isDone', () => {
  it('is true where nothing is left to ask, however little is known', () => {
    const questionnaire = aQuestionnaire([CODING, BILLING], [CODING, BILLING]);
    const session = sessionOf(answersTo({ q1: 'o1' }));
    expect(isDone(questionnaire, session)).toBe(false);
    expect(isDone(questionnaire, withSkipped(session, questionsOf(questionnaire)[1]!.id))).toBe(true);
  });

  it('is true where what is left does not matter', () => {
    expect(isDone(afterCoding([CODING, BILLING]), codingSession)).toBe(true);
  });
});
