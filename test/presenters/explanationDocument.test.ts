import { channelOf } from '../../src/presenters/channel';
import { documentText } from '../../src/presenters/documentText';
import { explanationDocument } from '../../src/presenters/explanationDocument';
import { adviceKnowledge as knowledge } from '../helpers/adviceKnowledge';
import { answersTo, sessionOf } from '../helpers/questionnaire';

const said = (answers: Readonly<Record<string, string>>): string[] =>
  documentText(explanationDocument(knowledge, sessionOf(answersTo(answers))), channelOf('sms')).split('\n\n');

describe('explanationDocument', () => {
  it('says of each answer what it counts for which job and why, then the scores, best first', () => {
    expect(said({ q1: 'o2', q2: 'o5' })).toEqual([
      'explained',
      'explainedRule',
      'explainedAnswer Q1 o2',
      [
        '- explainedWeight Title of billing -1 -1 for billing',
        '- explainedWeight Title of coding +2 2 for coding',
        '- explainedWeight Title of both -1 -1 for both',
      ].join('\n'),
      'explainedNothing Q2 o5',
      'explainedScores',
      [
        '- explainedScore Title of coding 80',
        '- explainedScore Title of billing 50',
        '- explainedScore Title of both 50',
      ].join('\n'),
      'advisedAid',
    ]);
  });

  it('goes by the order of the questionnaire, however it was answered', () => {
    const answers = said({ q3: 'o5', q1: 'o5', q2: 'o5' }).filter((text) => /^explainedNothing/.test(text));
    expect(answers).toEqual(['explainedNothing Q1 o5', 'explainedNothing Q2 o5', 'explainedNothing Q3 o5']);
  });

  it('says the amount that the person named', () => {
    const { answered } = sessionOf(answersTo({ q1: 'o2' }));
    const document = explanationDocument(knowledge, { answered: [{ ...answered[0]!, amount: 22 }] });
    expect(document).toContainEqual({ kind: 'paragraph', text: 'explainedAnswer SaidAmount $22' });
  });

  it('says nothing of what was skipped, or is no more', () => {
    const { answered } = sessionOf(answersTo({ q1: 'gone', gone: 'o1' }));
    const skipped = { question: 'q2' as never };
    expect(explanationDocument(knowledge, { answered: [...answered, skipped] })).toEqual(
      explanationDocument(knowledge, { answered: [] }),
    );
    expect(said({})).toContain('explainedScores');
  });
});
