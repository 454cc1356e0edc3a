import { presentAnswer, presentSourced, titleOf } from '../../src/presenters/answer';
import { channelOf, type Channel } from '../../src/presenters/channel';
import { aFact, aKnowledgeBase, anEntry, aSource, faqId } from '../helpers/builders';
import { buttonsOf } from '../helpers/conversationReader';

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
const presentOn = (channel: Channel, ...ids: readonly string[]) =>
  presentAnswer(knowledge, ids.map(faqId), channel);
const present = (...ids: readonly string[]) => presentOn(withoutLinks, ...ids)[0]!;

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
    expect(presentOn(withLinks, 'billing.pay')[0]!.text).toContain(
      'source [Name of bls](https://bls.example/) (2024)',
    );
  });
});

describe('presentAnswer in Teams', () => {
  it.each([false, true])('is a message, and a card with what to ask next (in a group: %s)', (inGroup) => {
    const [answer, next] = presentOn(channelOf('msteams', inGroup), 'billing.pay');
    expect(answer).toMatchObject({ channelData: { feedbackLoop: { type: 'default' } } });
    expect(answer!.attachments).toBeUndefined();
    expect(answer!.suggestedActions).toBeUndefined();
    expect(buttonsOf(next!)).toEqual(['Question of coding.pay?', 'Question of both.demand?']);
  });

  it('marks each source in the text, and tells Teams what the marks mean', () => {
    const [answer] = presentOn(channelOf('msteams'), 'billing.pay', 'coding.pay');
    expect(answer!.text).toMatch(
      /sources \[Name of bls\].* \(2024\) \[1\]; \[Name of article\].* \(2019\) \[2\]$/,
    );
    expect(answer!.entities).toEqual([
      expect.objectContaining({
        type: 'https://schema.org/Message',
        citation: [
          {
            '@type': 'Claim',
            position: 1,
            appearance: {
              '@type': 'DigitalDocument',
              name: 'Name of bls',
              url: 'https://bls.example/',
              abstract: 'cited 2024',
            },
          },
          expect.objectContaining({ position: 2 }),
        ],
      }),
    ]);
  });

  it('keeps names within what Teams takes', () => {
    const long = { ...bls, name: 'n'.repeat(81) };
    const { entities } = presentSourced(knowledge, 'text', [aFact(long, '2024')], channelOf('msteams'));
    const [{ citation }] = entities as unknown as [{ citation: { appearance: { name: string } }[] }];
    expect(citation[0]!.appearance.name).toBe(`${'n'.repeat(79)}…`);
  });

  it('has neither marks nor card where there is nothing to show', () => {
    expect(presentOn(channelOf('msteams'), 'both.lonely')).toEqual([
      expect.not.objectContaining({ entities: expect.anything() as unknown }),
    ]);
  });
});

describe('presentSourced', () => {
  it('names a source once, with each date of it once, in the order of the facts', () => {
    const facts = [aFact(bls, '2024'), aFact(article, '2019'), aFact(bls, '2025'), aFact(bls, '2024')];
    expect(presentSourced(knowledge, 'text', facts, withoutLinks).text).toBe(
      'text\n\nsources Name of bls (2024, 2025); Name of article (2019)',
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
    const { text } = presentSourced(knowledge, 'text', [aFact(bls, '2024')], channelOf(id));
    expect(text!.includes('https://')).toBe(links);
  });
});

describe('titleOf', () => {
  it('gives the title of a role, or its id where nobody described it', () => {
    expect(titleOf(knowledge, 'billing')).toBe('title of billing');
    expect(titleOf(aKnowledgeBase({ roles: [] }), 'billing')).toBe('billing');
  });
});
