// Every kind of card that the bot sends: valid, drawn by Teams, equal to its text, small enough, and as it was looked at.
import { cardOf, textsIn, wordsOf, type Card } from '../helpers/cardElements';
import { cardFaults } from '../helpers/cardFaults';
import { realCards, smallCards } from '../helpers/cards';

/** What a whole message may weigh in UTF-8 for every client to draw its card. */
const LIMIT = 28 * 1024;

describe.each([...Object.entries(realCards()), ...Object.entries(smallCards)])(
  'the card "%s"',
  (_, activity) => {
    const card = cardOf(activity);

    it('is valid and has nothing that Teams does not draw', () => {
      expect(cardFaults(card)).toEqual([]);
    });

    it('says the words of its text, in their order, and no others', () => {
      expect(textsIn(card).flatMap(wordsOf)).toEqual(wordsOf(card.fallbackText));
    });

    it('is small enough to be drawn', () => {
      expect(Buffer.byteLength(JSON.stringify(activity))).toBeLessThan(LIMIT);
    });
  },
);

describe('the small cards', () => {
  it.each(Object.entries(smallCards))('look as they were looked at: %s', (_, activity) => {
    expect(activity).toMatchSnapshot();
  });
});

describe('cardFaults', () => {
  const text = { type: 'TextBlock', text: 'Hello', wrap: true };
  const button = { type: 'Action.Execute', title: 'Yes', verb: 'choose', data: { any: { thing: 1 } } };
  const aCard = (given: Partial<Record<string, unknown>>): Card => ({
    type: 'AdaptiveCard',
    version: '1.4',
    fallbackText: 'Hello',
    body: [text],
    ...given,
  });

  it('finds none in a text with buttons', () => {
    expect(cardFaults(aCard({ actions: [button] }))).toEqual([]);
  });

  it.each([
    ['a version that Teams does not draw', aCard({ version: '1.6' }), /version 1\.6/],
    ['a version that is none', aCard({ version: 'new' }), /version new/],
    ['no version', aCard({ version: undefined }), /version undefined/],
    ['no text to fall back on', aCard({ fallbackText: undefined }), /no fallbackText/],
    [
      'a kind newer than the version',
      aCard({ version: '1.2', actions: [button] }),
      /newer than version 1\.2/,
    ],
    [
      'a property of version 1.6',
      aCard({
        actions: [
          { type: 'Action.OpenUrl', title: 'a', url: 'https://a.example', iconUrl: 'icon', role: 'Link' },
        ],
      }),
      /role/,
    ],
    ['a value that is not allowed', aCard({ body: [{ ...text, size: 'huge' }] }), /"huge"/],
    ['a property that is misspelt', aCard({ body: [{ ...text, isSubtel: true }] }), /isSubtel/],
    [
      'a property deep inside',
      aCard({ body: [{ type: 'Container', items: [{ ...text, colour: 'good' }] }] }),
      /colour/,
    ],
    [
      'what is not looked at',
      aCard({ body: [{ type: 'Container', items: [], backgroundImage: { url: 'a' } }] }),
      /backgroundImage/,
    ],
    ['text that does not wrap', aCard({ body: [{ ...text, wrap: false }] }), /wrap/],
    ['too many buttons', aCard({ actions: Array.from({ length: 7 }, () => button) }), /7 buttons/],
    ['a button without a label', aCard({ actions: [{ ...button, title: '' }] }), /without a label/],
    ['a button in a style', aCard({ actions: [{ ...button, style: 'positive' }] }), /style/],
    ['a button that is turned off', aCard({ actions: [{ ...button, isEnabled: false }] }), /isEnabled/],
    ['a link without an address', aCard({ actions: [{ type: 'Action.OpenUrl', title: 'a' }] }), /"url"/],
    [
      'a link that is not safe',
      aCard({ actions: [{ type: 'Action.OpenUrl', title: 'a', url: 'http://a.example' }] }),
      /http:/,
    ],
  ])('finds %s', (_, card, fault) => {
    expect(cardFaults(card).join('\n')).toMatch(fault);
  });

  it('does not let a kind pass that it does not know', () => {
    expect(() => cardFaults(aCard({ body: [{ type: 'Media' }] }))).toThrow('Media');
  });
});
