import { phrase, PHRASE_VALUES, type PhraseId, type Phrases } from '../../src/domain/phrases';
import { PHRASES } from '../helpers/builders';

const saying = (id: PhraseId, text: string): Phrases => ({ ...PHRASES, [id]: text });

describe('phrase', () => {
  it('puts every value in its place, as often as the text names it', () => {
    const phrases = saying('progress', '{number}/{total}, {number}');
    expect(phrase(phrases, 'progress', { number: 4, total: 10 })).toBe('4/10, 4');
  });

  it.each(Object.keys(PHRASE_VALUES) as PhraseId[])('leaves no place open in %s', (id) => {
    const values = Object.fromEntries(PHRASE_VALUES[id].map((name) => [name, 'value']));
    expect(phrase(PHRASES, id, values as never)).not.toMatch(/[{}]/);
  });

  it('takes a value as it is: braces and dollar signs in it mean nothing', () => {
    const phrases = saying('uncovered', 'Nothing for {role}.');
    expect(phrase(phrases, 'uncovered', { role: '$& {role} $1' })).toBe('Nothing for $& {role} $1.');
  });

  it('leaves braces alone that name no value, whatever they name', () => {
    const phrases = saying('welcome', 'Type {help} or {}.');
    expect(phrase(phrases, 'welcome', {})).toBe('Type {help} or {}.');
  });

  it('takes no value from what every object has', () => {
    const phrases = saying('welcome', '{constructor} {toString}');
    expect(phrase(phrases, 'welcome', {})).toBe('{constructor} {toString}');
  });
});
