import { presentAnswer, sourceLine, titleOf } from '../../src/presenters/answer';
import { channelOf } from '../../src/presenters/channel';
import { aFact, aKnowledgeBase, anEntry, aSource, faqId } from '../helpers/builders';

const bls = aSource('bls');
const article = aSource('article');
const withLinks = channelOf('webchat');
const withoutLinks = channelOf('sms');
const knowledge = aKnowledgeBase({
  entries: [
    anEntry('billing.pay', {
      facts: [aFact(bls, '2024')],
      related: ['coding.pay', 'both.demand'].map(faqId),
    }),
    anEntry('coding.pay', {
      facts: [aFact(article, '2019')],
      related: ['both.demand', 'billing.pay'].map(faqId),
    }),
    anEntry('both.demand', {
      facts: [aFact(bls, '2024')],
      related: ['billing.pay', 'both.gone', 'coding.pay', 'both.lonely'].map(faqId),
    }),
    anEntry('both.lonely'),
  ],
});
const present = (...ids: readonly string[]) => presentAnswer(knowledge, ids.map(faqId), withoutLinks);
const buttonsOf = ({ suggestedActions }: ReturnType<typeof present>) =>
  suggestedActions?.actions.map(({ title }) => title);

describe('presentAnswer', () => {
  it('says one answer as it stands, then its source', () => {
    expect(present('billing.pay').text).toBe('Answer of billing.pay.\n\nsource Name of bls (2024)');
  });

  it('says two answers side by side, each under the name of its role, then the sources of both', () => {
    expect(present('billing.pay', 'coding.pay').text?.split('\n\n')).toEqual([
      'roleHeading Title of billing Answer of billing.pay.',
      'roleHeading Title of coding Answer of coding.pay.',
      'sources Name of bls (2024); Name of article (2019)',
    ]);
  });

  it('says no source where the answer rests on no fact', () => {
    expect(present('both.lonely').text).toBe('Answer of both.lonely.');
  });

  it('offers the questions that relate to it, and leaves out entries that are not there', () => {
    expect(buttonsOf(present('billing.pay'))).toEqual([
      'Question of coding.pay?',
      'Question of both.demand?',
    ]);
    expect(buttonsOf(present('both.demand'))).toEqual([
      'Question of billing.pay?',
      'Question of coding.pay?',
    ]);
    expect(buttonsOf(present('both.lonely'))).toEqual([]);
  });

  it('leaves out an id that no entry has', () => {
    expect(present('both.gone', 'both.lonely').text).toBe('Answer of both.lonely.');
  });

  it('offers none of what it answers, and nothing twice', () => {
    expect(buttonsOf(present('billing.pay', 'coding.pay'))).toEqual(['Question of both.demand?']);
  });

  it('links the sources where the channel draws links', () => {
    const { text } = presentAnswer(knowledge, [faqId('billing.pay')], withLinks);
    expect(text).toContain('source [Name of bls](https://bls.example/) (2024)');
  });
});

describe('sourceLine', () => {
  it('names a source once, with each date of it once, in the order of the facts', () => {
    const facts = [aFact(bls, '2024'), aFact(article, '2019'), aFact(bls, '2025'), aFact(bls, '2024')];
    expect(sourceLine(knowledge, facts, withoutLinks)).toBe(
      'sources Name of bls (2024, 2025); Name of article (2019)',
    );
  });

  it.each([
    ['webchat', true],
    ['msteams', true],
    ['emulator', true],
    ['directline', true],
    ['console', false],
    ['sms', false],
    ['test', false],
    [undefined, false],
  ])('draws links on %s: %s', (id, links) => {
    expect(channelOf(id).links).toBe(links);
    expect(sourceLine(knowledge, [aFact(bls, '2024')], channelOf(id)).includes('https://')).toBe(links);
  });
});

describe('titleOf', () => {
  it('gives the title of a role, or its id where nobody described it', () => {
    expect(titleOf(knowledge, 'billing')).toBe('title of billing');
    expect(titleOf(aKnowledgeBase({ roles: [] }), 'billing')).toBe('billing');
  });
});
