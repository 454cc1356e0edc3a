import {
  answersOf,
  NEW_SESSION,
  nextQuestion,
  progressOf,
  withAnswer,
  withoutLast,
  type AdviceSession,
} from '../../src/domain/advice';
import { questionsOf, stageOf, type OptionId, type QuestionId } from '../../src/domain/questionnaire';
import { ROLE_IDS } from '../../src/domain/role';
import { aQuestionnaire, realQuestionnaire, realRoles } from '../helpers/questionnaire';

const three = aQuestionnaire([{}, {}], [{}, {}], [{}, {}]);
const question = (id: string) => id as QuestionId;
const option = (id: string) => id as OptionId;
const words = (text: string) => text.split(/\s+/).length;

/** The session after answering `q1`, `q2` ... in order; `undefined` skips. */
const sessionOf = (...options: readonly (string | undefined)[]): AdviceSession =>
  options.reduce<AdviceSession>(
    (session, id, index) =>
      withAnswer(session, question(`q${index + 1}`), id === undefined ? undefined : option(id)),
    NEW_SESSION,
  );

describe('nextQuestion', () => {
  it('asks every question once, in order, also where one is skipped', () => {
    const asked: string[] = [];
    let session = NEW_SESSION;
    for (let next = nextQuestion(three, session); next; next = nextQuestion(three, session)) {
      asked.push(next.id);
      session = withAnswer(session, next.id);
    }
    expect(asked).toEqual(['q1', 'q2', 'q3']);
  });

  it('asks what is new in a questionnaire that changed since the session began', () => {
    const stale = withAnswer(sessionOf('o1'), question('removed-question'), option('o1'));
    expect(nextQuestion(three, stale)?.id).toBe('q2');
    expect(progressOf(three, stale)).toEqual({ number: 2, total: 3 });
  });
});

describe('progressOf', () => {
  it('counts from the first question to the last and stays there', () => {
    const sessions = [NEW_SESSION, sessionOf('o1'), sessionOf('o1', undefined), sessionOf('o1', 'o1', 'o1')];
    expect(sessions.map((session) => progressOf(three, session).number)).toEqual([1, 2, 3, 3]);
    expect(progressOf(three, NEW_SESSION).total).toBe(3);
  });
});

describe('withAnswer', () => {
  it('leaves the session it was given as it was', () => {
    const before = sessionOf('o1');
    withAnswer(before, question('q2'), option('o2'));
    expect(before).toEqual(sessionOf('o1'));
  });

  it('replaces an earlier answer to the same question and makes it the last one asked', () => {
    const changed = withAnswer(sessionOf('o1', 'o1'), question('q1'), option('o2'));
    expect(changed.answered).toEqual([
      { question: 'q2', option: 'o1' },
      { question: 'q1', option: 'o2' },
    ]);
  });

  it('survives being stored as JSON', () => {
    const session = sessionOf('o1', undefined, 'o2');
    expect(JSON.parse(JSON.stringify(session))).toEqual(session);
  });
});

describe('withoutLast', () => {
  it('goes back one question at a time, over skipped ones too, and stops at the start', () => {
    const session = sessionOf('o1', undefined);
    expect(withoutLast(session)).toEqual(sessionOf('o1'));
    expect(withoutLast(withoutLast(session))).toEqual(NEW_SESSION);
    expect(withoutLast(NEW_SESSION)).toEqual(NEW_SESSION);
  });
});

describe('answersOf', () => {
  it('keeps the chosen options and drops the skipped questions', () => {
    expect(answersOf(sessionOf('o1', undefined, 'o2'))).toEqual({ q1: 'o1', q3: 'o2' });
  });
});

describe('stageOf', () => {
  it('finds the stage of every question and none for an unknown one', () => {
    for (const stage of realQuestionnaire.stages) {
      for (const { id } of stage.questions) expect(stageOf(realQuestionnaire, id)).toBe(stage);
    }
    expect(stageOf(realQuestionnaire, question('removed-question'))).toBeUndefined();
  });
});

describe('knowledge/questionnaire.yaml', () => {
  const questions = questionsOf(realQuestionnaire);
  const options = questions.flatMap((each) => each.options);

  it('asks 9 to 12 questions with unique ids in the stages requirements, pay and fit', () => {
    expect(realQuestionnaire.stages.map(({ id }) => id)).toEqual(['requirements', 'pay', 'fit']);
    expect(questions.length).toBeGreaterThanOrEqual(9);
    expect(questions.length).toBeLessThanOrEqual(12);
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
  });

  it('introduces each stage with facts in at most 60 words and advises on a hurdle in at most 45', () => {
    for (const { intro, facts } of realQuestionnaire.stages) {
      expect(words(intro)).toBeLessThanOrEqual(60);
      expect(facts).not.toHaveLength(0);
    }
    for (const { advice } of Object.values(realQuestionnaire.hurdles))
      expect(words(advice)).toBeLessThanOrEqual(45);
  });

  it.each(questions.map((each) => [each.id, each] as const))(
    'offers options that differ in %s',
    (_, { options }) => {
      expect(options.length).toBeGreaterThanOrEqual(2);
      expect(options.length).toBeLessThanOrEqual(5);
      for (const of of [
        ({ id }: { id: string }) => id,
        ({ label }: { label: string }) => label.toLowerCase(),
      ]) {
        expect(new Set(options.map(of)).size).toBe(options.length);
      }
      for (const { label } of options) expect(label.length).toBeLessThanOrEqual(20);
    },
  );

  it.each(questions.map((each) => [each.id, each] as const))(
    'knows typed answers to %s that mean one option',
    (_, { options }) => {
      const plainWords = /^[a-z0-9$]+( [a-z0-9$]+)*$/;
      const owner = new Map<string, string>();
      for (const { id, label, synonyms } of options) {
        expect(synonyms.length).toBeGreaterThanOrEqual(6);
        expect(new Set(synonyms).size).toBe(synonyms.length);
        for (const synonym of synonyms) expect(synonym).toMatch(plainWords);
        for (const said of new Set([label.toLowerCase().replace(/'/g, ''), ...synonyms])) {
          expect(`${said}: ${owner.get(said) ?? id}`).toBe(`${said}: ${id}`);
          owner.set(said, id);
        }
      }
    },
  );

  it('weighs from -3 to 3 in whole numbers, and says why where an option weighs anything', () => {
    for (const { weights, reason } of options) {
      const given = Object.values(weights);
      for (const weight of given) {
        expect(Number.isInteger(weight)).toBe(true);
        expect(Math.abs(weight)).toBeLessThanOrEqual(3);
      }
      expect(reason !== undefined).toBe(given.some((weight) => weight !== 0));
      expect(reason ?? 'you').not.toMatch(/[.!?]$/);
    }
  });

  it('raises only hurdles that it has advice for, and each of them', () => {
    const raised = new Set(options.flatMap(({ hurdle }) => (hurdle ? [hurdle] : [])));
    expect([...raised].sort()).toEqual(Object.keys(realQuestionnaire.hurdles).sort());
  });
});

describe('knowledge/roles.yaml', () => {
  it('describes each role once, with 3 to 5 first steps and names that no other role has', () => {
    expect(realRoles.map(({ id }) => id).sort()).toEqual([...ROLE_IDS].sort());
    for (const { firstSteps } of realRoles) {
      expect(firstSteps.length).toBeGreaterThanOrEqual(3);
      expect(firstSteps.length).toBeLessThanOrEqual(5);
    }
    const names = realRoles.flatMap(({ synonyms }) => synonyms);
    expect(new Set(names).size).toBe(names.length);
  });
});
