import { NEW_SESSION } from '../../src/domain/advice';
import type { AdviceReading, AnswerReading, Statement } from '../../src/domain/adviceReading';
import type { Decision } from '../../src/domain/decision';
import { goesBefore, hear, type Heard } from '../../src/domain/hearing';
import { questionsOf, type OptionId, type QuestionId } from '../../src/domain/questionnaire';
import { aMatch, aReading } from '../helpers/builders';
import { answersTo, sessionOf } from '../helpers/questionnaire';
import { aQuestionnaire } from '../helpers/smallQuestionnaire';

const questionnaire = aQuestionnaire([{}, {}], [{}, {}], [{}, {}]);
const [first, second] = questionsOf(questionnaire);

const says = (question: string, option: string): Statement => ({
  question: question as QuestionId,
  option: option as OptionId,
});

/** The open question answered by all of the message, by a clause or by some words of it. */
const answered = (part: 'message' | 'clause' | 'words'): Pick<AdviceReading, 'answer' | 'statements'> => ({
  answer: { kind: 'option', option: 'o1' as OptionId, in: part },
  statements: [says('q1', 'o1')],
});

const aDecision = (kind: 'answer' | 'chat' | 'uncovered', confidence = 0.99): Decision => {
  const match = aMatch(confidence, 'coding.pay');
  if (kind === 'answer') return { kind, ids: [], match };
  return kind === 'chat' ? { kind, id: 'chat.thanks', match } : { kind, role: 'coding', match };
};
const FALLBACK: Decision = { kind: 'fallback' };

/** What is heard while `q1` is open and nothing is answered. */
const heard = (reading: Partial<AdviceReading>, decision: Decision = FALLBACK): Heard =>
  hear(
    questionnaire,
    NEW_SESSION,
    first!,
    { statements: [], asks: false, corrects: false, named: [], ...reading },
    [decision],
  );

describe('hear', () => {
  it.each<AnswerReading>([{ kind: 'why' }, { kind: 'skip' }, { kind: 'wrong' }])(
    'takes $kind for that, whatever else it may be',
    (answer) => {
      expect(heard({ answer, statements: [says('q2', 'o1')], asks: true }, aDecision('answer'))).toEqual(
        answer,
      );
    },
  );

  it('takes an option in so many words for that, though it may be put as a question or sound like one', () => {
    expect(heard({ ...answered('message'), asks: true }, aDecision('answer'))).toEqual({
      kind: 'told',
      statements: [says('q1', 'o1')],
      inSoManyWords: true,
    });
  });

  it.each(['clause', 'words'] as const)('takes an option in a %s of the message for told', (part) => {
    expect(heard(answered(part))).toEqual({
      kind: 'told',
      statements: [says('q1', 'o1')],
      inSoManyWords: false,
    });
  });

  it('takes what it tells to questions that come later, also where it does not answer this one', () => {
    const statements = [says('q2', 'o2'), says('q3', 'o1')];
    expect(heard({ statements })).toEqual({ kind: 'told', statements, inSoManyWords: false });
    const beside = [...answered('words').statements, ...statements];
    expect(heard({ ...answered('words'), statements: beside })).toMatchObject({ statements: beside });
  });

  it('is unclear where it tells nothing and asks nothing', () => {
    expect(heard({})).toEqual({ kind: 'unclear' });
    expect(heard({}, aDecision('chat'))).toEqual({ kind: 'unclear' });
  });

  describe('of questions that are done with', () => {
    const session = sessionOf(answersTo({ q1: 'o1', q2: 'o1' }));
    const statements = [says('q1', 'o2'), says('q2', 'o2'), says('q3', 'o2'), says('gone', 'o1')];
    const reading: AdviceReading = { statements, asks: false, corrects: false, named: [] };

    it('changes no earlier answer by the way, and knows none that the questionnaire lacks', () => {
      const open = questionsOf(questionnaire)[2]!;
      expect(hear(questionnaire, session, open, reading, [])).toMatchObject({
        kind: 'told',
        statements: [says('q3', 'o2')],
      });
      const stray = { ...reading, statements: statements.slice(0, 2) };
      expect(hear(questionnaire, session, open, stray, [])).toEqual({ kind: 'unclear' });
    });

    it('changes the answer to a question that is put again', () => {
      expect(hear(questionnaire, session, second!, reading, [])).toMatchObject({
        statements: [says('q2', 'o2'), says('q3', 'o2')],
      });
    });
  });

  describe('of a message that is put as a question', () => {
    it.each(['answer', 'chat', 'uncovered'] as const)('lets it be asked where the reply is %s', (kind) => {
      expect(heard({ ...answered('words'), asks: true }, aDecision(kind, 0.5))).toEqual({
        kind: 'asked',
        statements: [says('q1', 'o1')],
      });
    });

    it.each<Decision>([FALLBACK, { kind: 'clarify', offers: [] }])(
      'keeps what it tells where the reply would be $kind',
      (decision) => {
        expect(heard({ ...answered('words'), asks: true }, decision)).toMatchObject({ kind: 'told' });
        expect(heard({ asks: true }, decision)).toEqual({ kind: 'asked', statements: [] });
      },
    );
  });

  describe('of a message that is surely one of the questions we answer, without the form of one', () => {
    it('lets it be asked, and takes none of its words for an answer', () => {
      expect(heard(answered('words'), aDecision('answer', 0.97))).toEqual({ kind: 'asked', statements: [] });
      expect(heard({ statements: [says('q2', 'o1')] }, aDecision('answer', 0.97))).toEqual({
        kind: 'asked',
        statements: [],
      });
      expect(heard({}, aDecision('answer', 0.97))).toEqual({ kind: 'asked', statements: [] });
    });

    it('takes it for told where that is less sure, where a whole clause answers, or where it is no question', () => {
      expect(heard(answered('words'), aDecision('answer', 0.969))).toMatchObject({ kind: 'told' });
      expect(heard(answered('clause'), aDecision('answer', 0.99))).toMatchObject({ kind: 'told' });
      expect(heard(answered('words'), aDecision('chat', 0.99))).toMatchObject({ kind: 'told' });
    });
  });
});

describe('goesBefore', () => {
  const command = (confidence: number) => ({
    text: 'text',
    readings: [aReading(aMatch(confidence, 'advice.cancel'))],
  });
  const told = (inSoManyWords: boolean): Heard => ({ kind: 'told', statements: [], inSoManyWords });

  it.each<Heard>([{ kind: 'why' }, { kind: 'skip' }, told(true)])(
    'puts $kind before any command where the whole message is that',
    (each) => expect(goesBefore(each, 'advice.cancel', command(1))).toBe(true),
  );

  it('puts what was told before a command, unless that is certain', () => {
    expect(goesBefore(told(false), 'advice.cancel', command(0.979))).toBe(true);
    expect(goesBefore(told(false), 'advice.cancel', command(0.98))).toBe(false);
  });

  it('lets a command to change an answer go before the answer that it names', () => {
    expect(goesBefore(told(false), 'advice.change', command(0.8))).toBe(false);
    expect(goesBefore(told(true), 'advice.change', command(0.8))).toBe(true);
  });

  it.each<Heard>([{ kind: 'asked', statements: [] }, { kind: 'unclear' }])(
    'puts a command before $kind',
    (each) => expect(goesBefore(each, 'advice.cancel', command(0.8))).toBe(false),
  );
});
