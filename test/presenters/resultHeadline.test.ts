import { answersOf } from '../../src/domain/advice';
import { recommend } from '../../src/domain/recommendation';
import { headlineOf } from '../../src/presenters/resultHeadline';
import { adviceKnowledge as knowledge } from '../helpers/adviceKnowledge';
import { answersTo, sessionOf } from '../helpers/questionnaire';

const CODING = { q1: 'o2', q2: 'o2', q3: 'o2', q4: 'o2', q5: 'o2' };

const headline = (answers: Readonly<Record<string, string>>) =>
  headlineOf(knowledge, recommend(knowledge.questionnaire, answersOf(sessionOf(answersTo(answers)))));

describe('headlineOf', () => {
  it('says which role, what it is, and that it is clearly ahead of the next', () => {
    expect(headline(CODING)).toEqual([
      'advised title of coding Summary of coding.',
      'advisedClear title of billing',
    ]);
  });

  it('says that it is close, and to what', () => {
    expect(headline({ ...CODING, q1: 'o3', q2: 'o3' })).toEqual([
      'advised title of coding Summary of coding.',
      'advisedClose title of both',
    ]);
  });

  it('says before the role what has to come first', () => {
    expect(headline({ ...CODING, q6: 'o1' })[0]).toBe(
      'advisedBlocked what diploma needs title of coding Summary of coding.',
    );
  });

  it('names another role as the start meanwhile, where one is free', () => {
    expect(headline({ ...CODING, q6: 'o2' })).toEqual([
      'advisedBlocked what income needs title of coding Summary of coding.',
      'advisedClear title of billing',
      'advisedMeanwhile title of billing',
    ]);
    expect(headline({ ...CODING, q6: 'o1' }).join()).not.toContain('advisedMeanwhile');
  });

  it('puts nothing before a role that the hurdle does not block', () => {
    expect(headline({ ...CODING, q6: 'o3' })[0]).toMatch(/^advised title of coding/);
    expect(headline({ q1: 'o1', q2: 'o1', q3: 'o1', q4: 'o1', q5: 'o1', q6: 'o2' })[0]).toMatch(
      /^advised title of billing/,
    );
  });

  it('calls it a hint where little is known, and names no runner-up', () => {
    expect(headline({ q1: 'o2' })).toEqual(['advisedLittleKnown title of coding Summary of coding.']);
  });

  it('says what comes first even before a hint', () => {
    expect(headline({ q1: 'o2', q6: 'o2' })).toEqual([
      'advisedBlocked what income needs title of coding Summary of coding.',
      'advisedLittleKnown title of coding',
      'advisedMeanwhile title of billing',
    ]);
  });

  it('names no role where none fits, and none where nothing is known', () => {
    expect(headline({ q1: 'o4', q2: 'o4', q3: 'o4', q4: 'o4', q5: 'o4' })).toEqual(['adviceNone']);
    expect(headline({})).toEqual(['adviceUnknown']);
  });
});
