import type { AdviceSession } from '../../src/domain/advice';
import type { QuestionId } from '../../src/domain/questionnaire';
import type { Reading } from '../../src/domain/recognition';
import type { Standing } from '../../src/domain/standing';
import type { TurnReport } from '../../src/domain/turnReport';
import { presentTrace } from '../../src/presenters/turnTrace';
import { answersTo, sessionOf } from '../helpers/questionnaire';
import { aQuestionnaire } from '../helpers/smallQuestionnaire';

const REPORT: TurnReport = {
  decision: 'answer',
  intents: ['coding.pay'] as unknown as TurnReport['intents'],
  confidence: 0.984,
  candidates: [
    { intent: 'coding.pay', confidence: 0.984 },
    { intent: 'billing.pay', confidence: 0.3 },
  ] as unknown as TurnReport['candidates'],
};
const QUESTIONNAIRE = aQuestionnaire(
  [{ coding: 2 }, { billing: 2 }],
  [{ coding: 1 }, { both: 3 }],
  [{ coding: 1 }, {}],
);
const standing = (session: AdviceSession, open?: string): Standing => ({
  readings: [],
  about: {},
  advice: { session, ...(open !== undefined && { open: open as QuestionId }) },
});

describe('presentTrace', () => {
  it('shows what was understood and decided, in words and percent', () => {
    const about = { role: 'coding', topic: 'pay' } as const;
    const readings: Reading[] = [
      { text: 'what does it pay', matches: [{ topic: 'pay', ids: [], role: 'coding', confidence: 0.984 }] },
      { text: 'in Rome', matches: [], background: 'places' },
      { text: 'zzz', matches: [] },
    ];
    expect(presentTrace(REPORT, { readings, about }, QUESTIONNAIRE)).toEqual({
      understood: ['"what does it pay": pay, coding, 98 %', '"in Rome": places', '"zzz": none'],
      decision: 'answer',
      intents: ['coding.pay'],
      confidence: '98 %',
      candidates: ['coding.pay 98 %', 'billing.pay 30 %'],
      about: { role: 'coding', topics: ['pay'] },
      advice: 'none',
    });
  });

  it('shows all topics of an answer to two questions', () => {
    const about = { topic: 'pay', topics: ['duties', 'pay'] };
    const trace = presentTrace(REPORT, { readings: [], about }, QUESTIONNAIRE);
    expect(trace.about).toEqual({ role: 'none', topics: ['duties', 'pay'] });
  });

  it('shows the open advice: question, answers, scores and what is left', () => {
    const session = sessionOf(answersTo({ q1: 'o1', q2: 'o2' }));
    expect(presentTrace(REPORT, standing(session, 'q3'), QUESTIONNAIRE).advice).toEqual({
      openQuestion: 'q3',
      answers: ['q1: o1', 'q2: o2'],
      scores: ['both 100 %', 'coding 67 %', 'billing 0 %'],
      left: ['q3'],
    });
  });

  it('shows what was skipped, and a sum of money', () => {
    const [q1, q2] = ['q1', 'q2'] as unknown as [QuestionId, QuestionId];
    const answered = [{ question: q1 }, { ...sessionOf(answersTo({ q2: 'o1' })).answered[0]!, amount: 18.5 }];
    expect(answered[1]!.question).toBe(q2);
    expect(presentTrace(REPORT, standing({ answered }), QUESTIONNAIRE).advice).toMatchObject({
      openQuestion: 'none',
      answers: ['q1: skipped', 'q2: o1 ($18.5 an hour)'],
      left: ['q3'],
    });
  });

  it('shows the report alone where the message was not read', () => {
    expect(presentTrace(REPORT, undefined, QUESTIONNAIRE)).toMatchObject({
      understood: [],
      about: { role: 'none', topics: [] },
      advice: 'none',
    });
  });
});
