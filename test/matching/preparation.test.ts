import { createPreparer } from '../../src/matching/preparation';
import { aKnowledgeBase, anEntry, anOption, aQuestion, aRole, questionnaireOf } from '../helpers/builders';

const variants = [
  'what does careerstep cost',
  'careerstep price',
  'is careerstep good',
  'careerstep',
  'about careerstep',
];
const knowledge = aKnowledgeBase({
  entries: [
    anEntry('both.careerstep', { question: 'CareerStep?', variants: [...variants, 'cost of trainng'] }),
  ],
  roles: [aRole('coding', ['coder', 'kodierer'])],
  questionnaire: questionnaireOf({
    stages: [{ id: 'fit', intro: '', facts: [], questions: [aQuestion(anOption('Learner', 'tinkerer'))] }],
    skip: ['dunno'],
    why: ['whatfor'],
  }),
  background: [{ id: 'weather', utterances: ['will it rain in training'] }],
});
const { prepare } = createPreparer(knowledge);
const mended = (text: string) => prepare(text).tokens.join(' ');

describe('createPreparer', () => {
  it('mends towards English words and names that the phrasings use often', () => {
    expect(mended('carerstep trainng')).toBe('careerstep training');
  });

  it('does not learn a slip from a phrasing that has it', () => {
    expect(mended('cost of trainng')).toBe('cost of training');
  });

  it('leaves names of roles and typed answers as the author wrote them', () => {
    for (const text of ['kodierer', 'learner', 'tinkerer', 'whatfor']) expect(mended(text)).toBe(text);
  });

  it('mends slips that phrasings have often, where the right word is far commoner, and leaves other words of theirs', () => {
    const right = Array.from({ length: 30 }, (_, at) => `coder ${at}`);
    const slips = [...right, 'codr day', 'codr pay', 'codr work', 'flexday work', 'flexday pay', 'flexday'];
    const spoken = createPreparer(
      aKnowledgeBase({
        entries: [anEntry('both.day', { question: 'Day?', variants: slips })],
        roles: [aRole('coding', ['coder'])],
      }),
    );
    expect(spoken.prepare('codr flexday')).toMatchObject({ tokens: ['coder', 'flexday'], role: 'coding' });
  });

  it('names the role and hides it', () => {
    expect(prepare('What does a coder cost?')).toMatchObject({
      role: 'coding',
      masked: ['what', 'does', 'a', 'xqx', 'cost'],
    });
  });

  it('tells the share of words that no answered phrasing uses', () => {
    expect(prepare('what does it cost').unknownShare).toBe(0.25);
    expect(prepare('will it rain').unknownShare).toBe(1);
  });

  it('counts a message without words as unknown', () => {
    expect(prepare('🎉')).toEqual({ tokens: [], masked: [], role: undefined, unknownShare: 1 });
  });
});
