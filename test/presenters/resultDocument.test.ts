import type { Answered } from '../../src/domain/advice';
import { channelOf } from '../../src/presenters/channel';
import { documentText } from '../../src/presenters/documentText';
import { resultDocument } from '../../src/presenters/resultDocument';
import { adviceKnowledge as knowledge } from '../helpers/adviceKnowledge';
import { answersTo, sessionOf } from '../helpers/questionnaire';

const CODING = { q1: 'o2', q2: 'o2', q3: 'o2', q4: 'o2', q5: 'o2' };
const AGAINST_ALL = { q1: 'o4', q2: 'o4', q3: 'o4', q4: 'o4', q5: 'o4' };

const documentOf = (answers: Readonly<Record<string, string>>) =>
  resultDocument(knowledge, sessionOf(answersTo(answers)));

/** The result as paragraphs. */
const said = (answers: Readonly<Record<string, string>>): string[] =>
  documentText(documentOf(answers), channelOf('sms')).split('\n\n');

/** What stands under the heading. */
function under(heading: string, answers: Readonly<Record<string, string>>): string[] {
  const paragraphs = said(answers);
  const at = paragraphs.indexOf(heading);
  return at < 0 ? [] : paragraphs[at + 1]!.split('\n').map((item) => item.replace('- ', ''));
}

describe('resultDocument', () => {
  it('says which role and how surely, why, what against, what else, side by side, plan, school, told, sources', () => {
    expect(said(CODING)).toEqual([
      'resultTitle',
      'advised title of coding Summary of coding.',
      'advisedClear title of billing',
      'advisedBecause',
      '- reason Q1 o2 2 for coding\n- reason Q2 o2 2 for coding\n- reason Q3 o2 2 for coding',
      'advisedAgainst',
      '- Caution of coding.',
      'whatIf',
      '- whatIfNothing',
      'sideBySide',
      [
        'Pay',
        '- Title of billing: Pay of billing',
        '- suggested Title of coding: Pay of coding',
        '- Title of both: Pay of both',
      ].join('\n'),
      [
        'Day',
        '- Title of billing: Day of billing',
        '- suggested Title of coding: Day of coding',
        '- Title of both: Day of both',
      ].join('\n'),
      'plan',
      'First week:',
      '- First step of coding.\n- Second step of coding.',
      'askSchool',
      'Ask the school.',
      '- How long?\n- How much?',
      'toldMe',
      '- Q1 o2\n- Q2 o2\n- Q3 o2\n- Q4 o2\n- Q5 o2',
      'advisedAid',
      [
        'resultSources Name of first (2024)',
        'Name of shared (2024, 2025)',
        'Name of role (2024)',
        'Name of pay (2024)',
        'Name of day (2024)',
        'Name of school (2024)',
      ].join('; '),
    ]);
  });

  it('puts what the person told against the role before its caution', () => {
    expect(under('advisedAgainst', { ...CODING, q1: 'o1', q5: 'o4' })).toEqual([
      'reason Q5 o4 -3 for coding',
      'reason Q1 o1 -1 for coding',
      'Caution of coding.',
    ]);
    expect(said({ ...CODING, q1: 'o1', q5: 'o4' }).at(-1)).toContain('Name of first (2024)');
  });

  it('names no role, for or against which something speaks, where few answers speak for none', () => {
    expect(said({ q1: 'o4' })).toContain('adviceUnknown');
    expect(said({ q1: 'o4' })).not.toContain('advisedBecause');
    expect(said({ q1: 'o4' })).not.toContain('advisedAgainst');
  });

  it('says which other answer would change it', () => {
    expect(under('whatIf', { q1: 'o2', q2: 'o2', q3: 'o1', q4: 'o1', q5: 'o1' })).toEqual([
      'whatIfRole q3 o2 title of coding',
      'whatIfRole q4 o2 title of coding',
    ]);
    expect(under('whatIf', { ...AGAINST_ALL, q1: 'o2', q2: 'o2' })).toEqual([
      'whatIfNone q1 o1',
      'whatIfNone q2 o1',
    ]);
  });

  it('marks no column where no role is suggested', () => {
    expect(said(AGAINST_ALL).join()).not.toContain('suggested');
    const compared = documentOf(AGAINST_ALL).find((block) => block.kind === 'comparison');
    expect(compared).not.toHaveProperty('chosen');
    expect(documentOf(CODING).find((block) => block.kind === 'comparison')).toMatchObject({ chosen: 1 });
  });

  it('compares by what concerns everyone, and by what the person answered', () => {
    const rowsOf = (answers: Readonly<Record<string, string>>) =>
      documentOf(answers).flatMap((block) => (block.kind === 'comparison' ? block.rows : []));
    expect(rowsOf({ q1: 'o2' }).map(({ title }) => title)).toEqual(['Pay']);
    expect(rowsOf({ q5: 'o5' }).map(({ title }) => title)).toEqual(['Pay', 'Day']);
    expect(said({ q1: 'o2' }).join()).not.toContain('Name of day');
  });

  it('advises on each hurdle before the reasons, and opens the plan with what comes first', () => {
    const paragraphs = said({ ...CODING, q6: 'o1' });
    expect(under('advisedFirst', { ...CODING, q6: 'o1' })).toEqual(['Advice on diploma.']);
    expect(paragraphs.indexOf('advisedFirst')).toBeLessThan(paragraphs.indexOf('advisedBecause'));
    expect(paragraphs[paragraphs.indexOf('plan') + 1]).toBe('planFirst what diploma needs');
    expect(paragraphs.join()).toContain('resultSources Name of diploma (2024)');
  });

  it('advises on a hurdle that blocks nothing, and lets the plan start at once', () => {
    const answers = { ...CODING, q6: 'o3' };
    expect(under('advisedFirst', answers)).toEqual(['Advice on hours.']);
    expect(said(answers).join()).not.toContain('planFirst');
  });

  it('says the amount that a person named, among what they told and as a reason', () => {
    const { answered } = sessionOf(answersTo(CODING));
    const [first, ...others] = answered;
    const named: Answered[] = [{ ...first!, amount: 22.5 }, ...others];
    const text = documentText(resultDocument(knowledge, { answered: named }), channelOf('sms'));
    expect(text).toContain('- reason SaidAmount $22.50 2 for coding');
    expect(text).toContain('toldMe\n\n- SaidAmount $22.50\n- Q2 o2');
    expect(text).not.toContain('Q1 o2');
  });

  it('says what was told in the order of telling, and nothing of what was skipped', () => {
    const told = resultDocument(knowledge, {
      answered: [...sessionOf(answersTo({ q3: 'o2', q1: 'o1' })).answered, { question: 'q2' as never }],
    });
    expect(documentText(told, channelOf('sms'))).toContain('toldMe\n\n- Q3 o2\n- Q1 o1\n\nadvisedAid');
  });

  it('gives neither role nor plan where none fits, but why', () => {
    expect(said(AGAINST_ALL).slice(0, 4)).toEqual([
      'resultTitle',
      'adviceNone',
      'advisedAgainst',
      ['q1', 'q2', 'q3'].map((id) => `- reason ${id.toUpperCase()} o4 -3 for both`).join('\n'),
    ]);
    expect(said(AGAINST_ALL)).not.toContain('plan');
    expect(said(AGAINST_ALL).join()).not.toContain('Caution');
  });

  it('suggests nothing where no answer tells anything, and says what there is to say', () => {
    expect(said({ q1: 'o5', q6: 'o3' })).toEqual([
      'resultTitle',
      'adviceUnknown',
      'advisedFirst',
      '- Advice on hours.',
      'sideBySide',
      expect.stringMatching(/^Pay\n/),
      'askSchool',
      'Ask the school.',
      '- How long?\n- How much?',
      'toldMe',
      '- Q1 o5\n- Q6 o3',
      'advisedAid',
      'resultSources Name of pay (2024); Name of school (2024)',
    ]);
    expect(said({})).not.toContain('toldMe');
  });

  it('is no trouble with a session of another time', () => {
    expect(said({ gone: 'o1', q1: 'gone' })).toEqual(said({}));
  });
});
