import type { Hurdle } from '../../src/domain/questionnaire';
import type { Recommendation } from '../../src/domain/recommendation';
import { presentRecommendation, recommendationText } from '../../src/presenters/recommendation';
import { aKnowledgeBase, aRole, questionnaireOf } from '../helpers/builders';

const hurdle = 'no-diploma' as Hurdle;
const knowledge = aKnowledgeBase({
  questionnaire: questionnaireOf({ hurdles: { [hurdle]: { advice: 'Get a GED.' } } }),
});
const scores = { billing: 0.9, coding: 0.5, both: 0.4 };
const forBilling = (given: Partial<Extract<Recommendation, { kind: 'role' }>> = {}): Recommendation => ({
  kind: 'role',
  role: aRole('billing'),
  runnerUp: aRole('coding'),
  scores,
  closeness: 'clear',
  reasons: ['you like numbers', 'you like phones'],
  against: ['you want quiet'],
  hurdles: [],
  ...given,
});
const forNone = (given: Partial<Extract<Recommendation, { kind: 'none' }>> = {}): Recommendation => ({
  kind: 'none',
  scores,
  reasons: ['details tire you'],
  hurdles: [],
  ...given,
});
const paragraphsOf = (recommendation: Recommendation) =>
  recommendationText(knowledge, recommendation).split('\n\n');

describe('recommendationText', () => {
  it('says which role, why, what speaks against it, how surely, and what to do first', () => {
    expect(paragraphsOf(forBilling())).toEqual([
      'advised title of billing Summary of billing.',
      'advisedBecause\n- you like numbers\n- you like phones',
      'advisedAgainst\n- you want quiet\n- Caution of billing.',
      'advisedClear title of coding',
      'advisedSteps\n- First step of billing.\n- Second step of billing.',
      'advisedAid adviceAgain',
    ]);
  });

  it('says that it is close, and to what', () => {
    const text = recommendationText(knowledge, forBilling({ closeness: 'close' }));
    expect(text).toContain('advisedClose title of coding');
    expect(text).not.toContain('advisedClear');
  });

  it('says that too little is known, and names no runner-up', () => {
    const text = recommendationText(knowledge, forBilling({ closeness: 'too-little-known' }));
    expect(text).toContain('advisedLittleKnown');
    expect(text).not.toContain('title of coding');
  });

  it('puts what is in the way before the first steps', () => {
    const paragraphs = paragraphsOf(forBilling({ hurdles: [hurdle] }));
    expect(paragraphs.indexOf('advisedFirst\n- Get a GED.')).toBe(paragraphs.length - 3);
  });

  it('leaves out reasons where there are none, and always says the caution of the role', () => {
    const paragraphs = paragraphsOf(forBilling({ reasons: [], against: [] }));
    expect(paragraphs.join()).not.toContain('advisedBecause');
    expect(paragraphs).toContain('advisedAgainst\n- Caution of billing.');
  });

  it('says honestly that none fits, why, what is in the way, and promises no role', () => {
    expect(paragraphsOf(forNone({ hurdles: [hurdle] }))).toEqual([
      'adviceNone',
      'advisedAgainst\n- details tire you',
      'advisedFirst\n- Get a GED.',
      'adviceAgain',
    ]);
    expect(paragraphsOf(forNone())).toHaveLength(3);
  });
});

describe('presentRecommendation', () => {
  it('sends the text as one message', () => {
    expect(presentRecommendation(knowledge, forNone())).toMatchObject({
      type: 'message',
      text: recommendationText(knowledge, forNone()),
    });
  });
});
