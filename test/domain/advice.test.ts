import * as fc from 'fast-check';
import {
  answersOf,
  NEW_SESSION,
  nextQuestion,
  openQuestions,
  progressOf,
  withoutLast,
  withSkipped,
  withStatements,
  type AdviceSession,
} from '../../src/domain/advice';
import type { Statement } from '../../src/domain/adviceReading';
import type { OptionId, QuestionId } from '../../src/domain/questionnaire';
import { aQuestionnaire } from '../helpers/smallQuestionnaire';

const three = aQuestionnaire([{}, {}], [{}, {}], [{}, {}]);
const question = (id: string) => id as QuestionId;

const statement = (asked: string, option: string, amount?: number): Statement => ({
  question: question(asked),
  option: option as OptionId,
  ...(amount !== undefined && { amount }),
});

/** What one message does: it states options by question, or skips one question. */
type Message = Readonly<Record<string, string>> | 'skip';

/** The session after these messages; `skip` passes over the next question. */
const sessionOf = (...messages: readonly Message[]): AdviceSession =>
  messages.reduce<AdviceSession>(
    (session, message) =>
      message === 'skip'
        ? withSkipped(session, nextQuestion(three, session)!.id)
        : withStatements(
            session,
            Object.entries(message).map(([id, option]) => statement(id, option)),
          ),
    NEW_SESSION,
  );

const questionsIn = ({ answered }: AdviceSession): string[] => answered.map((each) => each.question);

describe('nextQuestion', () => {
  it('asks every question once, in order, also where one is skipped', () => {
    const asked: string[] = [];
    let session = NEW_SESSION;
    for (let next = nextQuestion(three, session); next; next = nextQuestion(three, session)) {
      asked.push(next.id);
      session = withSkipped(session, next.id);
    }
    expect(asked).toEqual(['q1', 'q2', 'q3']);
  });

  it('does not ask what was told before its turn', () => {
    expect(nextQuestion(three, sessionOf({ q2: 'o1' }))?.id).toBe('q1');
    expect(nextQuestion(three, sessionOf({ q1: 'o2', q2: 'o1' }))?.id).toBe('q3');
  });

  it('asks what is new in a questionnaire that changed since the session began', () => {
    const stale = sessionOf({ q1: 'o1' }, { 'removed-question': 'o1' });
    expect(nextQuestion(three, stale)?.id).toBe('q2');
    expect(progressOf(three, stale)).toEqual({ number: 2, total: 3 });
  });
});

describe('openQuestions', () => {
  it('are those that were neither answered nor skipped', () => {
    const open = openQuestions(three, sessionOf('skip', { q3: 'o1' }));
    expect(open.map(({ id }) => id)).toEqual(['q2']);
  });
});

describe('progressOf', () => {
  it('counts from the first question to the last and stays there', () => {
    const sessions = [
      NEW_SESSION,
      sessionOf({ q1: 'o1' }),
      sessionOf({ q1: 'o1' }, 'skip'),
      sessionOf({ q1: 'o1', q2: 'o1', q3: 'o1' }),
    ];
    expect(sessions.map((session) => progressOf(three, session).number)).toEqual([1, 2, 3, 3]);
    expect(progressOf(three, NEW_SESSION).total).toBe(3);
  });
});

describe('withStatements', () => {
  it('leaves the session it was given as it was', () => {
    const before = sessionOf({ q1: 'o1' });
    withStatements(before, [statement('q1', 'o2'), statement('q2', 'o2')]);
    expect(before).toEqual(sessionOf({ q1: 'o1' }));
  });

  it('changes nothing where nothing was stated', () => {
    expect(withStatements(sessionOf({ q1: 'o1' }, 'skip'), [])).toEqual(sessionOf({ q1: 'o1' }, 'skip'));
  });

  it('replaces an earlier answer to the same question and makes it the last one given', () => {
    expect(sessionOf({ q1: 'o1' }, { q2: 'o1' }, { q1: 'o2' }).answered).toEqual([
      { question: 'q2', option: 'o1' },
      { question: 'q1', option: 'o2' },
    ]);
  });

  it('answers a question that was skipped, and keeps the amount that a person named', () => {
    const session = withStatements(sessionOf('skip'), [statement('q1', 'o2', 18.5)]);
    expect(session.answered).toEqual([{ question: 'q1', option: 'o2', amount: 18.5 }]);
  });
});

describe('withoutLast', () => {
  it('goes back one message at a time, over skipped questions too, and stops at the start', () => {
    const session = sessionOf({ q1: 'o1' }, 'skip');
    expect(withoutLast(session)).toEqual(sessionOf({ q1: 'o1' }));
    expect(withoutLast(withoutLast(session))).toEqual(NEW_SESSION);
    expect(withoutLast(NEW_SESSION)).toEqual(NEW_SESSION);
  });

  it('takes back together what came in one message', () => {
    const session = sessionOf({ q1: 'o1' }, { q2: 'o1', q3: 'o2' });
    expect(withoutLast(session)).toEqual(sessionOf({ q1: 'o1' }));
  });

  it.each(['q1', 'q2', 'q3'])('still takes the rest of a message back together when %s was changed', (id) => {
    const changed = sessionOf({ q1: 'o1', q2: 'o1', q3: 'o1' }, { [id]: 'o2' });
    const left = ['q1', 'q2', 'q3'].filter((each) => each !== id);
    expect(questionsIn(withoutLast(changed))).toEqual(left);
    expect(withoutLast(withoutLast(changed))).toEqual(NEW_SESSION);
  });

  it('does not make one message of two whose first is gone', () => {
    const changed = sessionOf({ q1: 'o1' }, { q2: 'o1', q3: 'o1' }, { q2: 'o2' });
    expect(questionsIn(withoutLast(withoutLast(changed)))).toEqual(['q1']);
  });

  it('undoes any message that replaced nothing, wherever it comes', () => {
    const option = fc.constantFrom('o1', 'o2');
    const any = fc.array(fc.dictionary(fc.constantFrom('q1', 'q2', 'q3'), option, { minKeys: 1 }));
    const last = fc.dictionary(fc.constantFrom('q4', 'q5'), option, { minKeys: 1 });
    fc.assert(
      fc.property(any, last, (messages, added) => {
        expect(withoutLast(sessionOf(...messages, added))).toEqual(sessionOf(...messages));
      }),
    );
  });
});

describe('answersOf', () => {
  it('keeps the chosen options and drops the skipped questions', () => {
    expect(answersOf(sessionOf({ q1: 'o1' }, 'skip', { q3: 'o2' }))).toEqual({ q1: 'o1', q3: 'o2' });
  });
});

describe('a stored session', () => {
  it('comes back from JSON as it was', () => {
    const session = withStatements(sessionOf({ q1: 'o1' }, 'skip'), [
      statement('q3', 'o2', 21),
      statement('q4', 'o1'),
    ]);
    expect(JSON.parse(JSON.stringify(session))).toEqual(session);
  });

  it('of a release that did not know of messages goes back one answer at a time', () => {
    const old = JSON.parse(
      '{"answered":[{"question":"q1","option":"o1"},{"question":"q2"},{"question":"q3","option":"o2"}]}',
    ) as AdviceSession;
    expect(answersOf(old)).toEqual({ q1: 'o1', q3: 'o2' });
    expect(nextQuestion(three, old)).toBeUndefined();
    expect(questionsIn(withoutLast(old))).toEqual(['q1', 'q2']);
    expect(questionsIn(withoutLast(withoutLast(old)))).toEqual(['q1']);
    expect(withStatements(withoutLast(old), [statement('q3', 'o1')])).toEqual(
      sessionOf({ q1: 'o1' }, 'skip', { q3: 'o1' }),
    );
  });
});
