import { COMMON_ENGLISH } from '../../src/matching/english';
import { createPreparer } from '../../src/matching/preparation';
import { createSpeller } from '../../src/matching/speller';
import { realMatcher } from '../helpers/trainedModel';

const speller = (words: Readonly<Record<string, number>>, english: readonly string[] = []) =>
  createSpeller(new Map(Object.entries(words)), new Set(english));
const mend = (words: Readonly<Record<string, number>>, token: string) => speller(words).correct([token])[0];

describe('createSpeller', () => {
  it('mends one edit of any kind in a short word', () => {
    for (const slip of ['codng', 'coading', 'cading', 'cdoing'])
      expect(mend({ coding: 1 }, slip)).toBe('coding');
    expect(mend({ coding: 1 }, 'cdng')).toBe('cdng');
  });

  it('mends two edits in a long word and not three', () => {
    expect(mend({ certification: 1 }, 'certifcaton')).toBe('certification');
    expect(mend({ certification: 1 }, 'certfcaton')).toBe('certfcaton');
  });

  it('prefers a word that differs in doubling only, then one with the same first letter', () => {
    expect(mend({ hello: 1, help: 9 }, 'helo')).toBe('hello');
    expect(mend({ money: 1, honey: 9 }, 'moneyy')).toBe('money');
    expect(mend({ baker: 1, later: 9 }, 'bater')).toBe('baker');
  });

  it('prefers the word that is used more often where two are equally near', () => {
    expect(mend({ course: 1, courts: 5 }, 'courss')).toBe('courts');
    expect(mend({ course: 5, courts: 1 }, 'courss')).toBe('course');
  });

  it('leaves alone words it knows, English words, short words and what holds a digit', () => {
    const mending = speller({ coding: 1, code: 1, pay: 9, cpc2: 1 }, ['coring']);
    const tokens = ['coding', 'coring', 'pai', 'cpc3', '$codng1'];
    expect(mending.correct(tokens)).toEqual(tokens);
  });

  it('leaves a word alone that is near nothing, and names of object properties too', () => {
    const tokens = ['zyzzyva', '__proto__', 'constructor', 'hasownproperty', '薪水薪水'];
    expect(speller({ coding: 1 }).correct(tokens)).toEqual(tokens);
  });
});

describe('createSpeller with the real vocabulary', () => {
  const { prepare } = createPreparer(realMatcher().knowledge);

  it.each([
    ['medical biling', 'medical billing'],
    ['certifcation', 'certification'],
    ['helo', 'hello'],
    ['trainning', 'training'],
    ['what is the salery', 'what is the salary'],
  ])('mends "%s"', (text, mended) => expect(prepare(text).tokens.join(' ')).toBe(mended));

  it('leaves common English words alone, American spellings too, though the knowledge does not use them', () => {
    const words = ['gratitude', 'penguin', 'volcano', 'carrot', 'honored', 'organize'];
    expect(words.filter((word) => !COMMON_ENGLISH.has(word))).toEqual([]);
    expect(prepare(words.join(' ')).tokens).toEqual(words);
  });
});
