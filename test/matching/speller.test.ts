import * as fc from 'fast-check';
import { COMMON_ENGLISH } from '../../src/matching/english';
import { createPreparer } from '../../src/matching/preparation';
import { countWords, createSpeller } from '../../src/matching/speller';
import { realMatcher } from '../helpers/trainedModel';

const speller = (words: Readonly<Record<string, number>>, english: readonly string[] = []) =>
  createSpeller(
    { words: new Map(Object.entries(words)), pairs: new Map() },
    new Set([...Object.keys(words), ...english]),
  );
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
    expect(mend({ hello: 1, help: 3 }, 'helo')).toBe('hello');
    expect(mend({ money: 1, honey: 9 }, 'moneyy')).toBe('money');
    expect(mend({ baker: 1, later: 9 }, 'bater')).toBe('baker');
  });

  it('lets a word that is used far more often outweigh a cheaper slip', () => {
    expect(mend({ hello: 1, help: 100 }, 'helo')).toBe('help');
  });

  it('prefers the word that is used more often where two are equally near', () => {
    expect(mend({ money: 1, monet: 5 }, 'monek')).toBe('monet');
    expect(mend({ money: 5, monet: 1 }, 'monek')).toBe('money');
  });

  it('leaves alone words it knows, English words, short words and what holds a digit', () => {
    const mending = speller({ coding: 1, code: 1, me: 9, cpc2: 1 }, ['coring']);
    const tokens = ['coding', 'coring', 'mr', 'cpc3', '$codng1'];
    expect(mending.correct(tokens)).toEqual(tokens);
  });

  it('mends words of three letters', () => {
    expect(mend({ pay: 1 }, 'pai')).toBe('pay');
    expect(mend({ pay: 1 }, 'pya')).toBe('pay');
    expect(mend({ to: 1 }, 'tp')).toBe('tp');
  });

  it('leaves a word alone that the knowledge uses three times, though no list of words has it', () => {
    const used = (times: number) =>
      createSpeller({ words: new Map([['codng', times]]), pairs: new Map() }, new Set(['coding']));
    const among = (times: number) =>
      createSpeller(
        { words: new Map([['codng', times], ['coding', 9]]), pairs: new Map() },
        new Set(),
      ); // prettier-ignore
    expect(used(1).correct(['codng'])).toEqual(['codng']);
    expect(among(2).correct(['codng'])).toEqual(['coding']);
    expect(among(3).correct(['codng'])).toEqual(['codng']);
  });

  it('mends towards a word that no list has once the knowledge uses it five times', () => {
    const towards = (times: number) =>
      createSpeller({ words: new Map([['careerstep', times]]), pairs: new Map() }, new Set());
    expect(towards(4).correct(['carerstep'])).toEqual(['carerstep']);
    expect(towards(5).correct(['carerstep'])).toEqual(['careerstep']);
  });

  it('never makes more or fewer tokens, and gives only words it was given or knows', () => {
    const words = { coding: 1, pay: 1, constructor: 1, __proto__: 1, certification: 1 };
    const mending = speller(words);
    const token = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom('__proto__', 'constructr', 'pya', 'codng', ''),
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 8 }), (tokens) => {
        const mended = mending.correct(tokens);
        expect(mended).toHaveLength(tokens.length);
        mended.forEach((word, at) => expect(word === tokens[at] || Object.hasOwn(words, word)).toBe(true));
        expect(mending.correct(mended)).toEqual(mended);
      }),
    );
  });

  it('leaves a word alone that is near nothing, and names of object properties too', () => {
    const tokens = ['zyzzyva', '__proto__', 'constructor', 'hasownproperty', '薪水薪水'];
    expect(speller({ coding: 1 }).correct(tokens)).toEqual(tokens);
  });
});

describe('createSpeller, by the words around', () => {
  const texts = [
    ...Array.from({ length: 6 }, () => 'transfer money to my bank'.split(' ')),
    ...Array.from({ length: 6 }, () => 'spread honey on my bread'.split(' ')),
    ...Array.from({ length: 6 }, () => 'form a new company'.split(' ')),
  ];
  const right = new Set([...texts.flat(), 'from', 'ford']);
  const { correct } = createSpeller(countWords(texts), right);
  const mended = (text: string) => correct(text.split(' ')).join(' ');

  it('chooses the word that stands between these neighbours', () => {
    expect(mended('transfer noney to')).toBe('transfer money to');
    expect(mended('spread noney on')).toBe('spread honey on');
  });

  it('reads a neighbour before as it was mended', () => {
    expect(mended('transfr noney tonight')).toBe('transfer money tonight');
    expect(mended('spraed noney tonight')).toBe('spread honey tonight');
  });

  it('mends a real word that the knowledge does not use only between neighbours that know the other', () => {
    expect(mended('from a company')).toBe('form a company');
    expect(mended('money from a')).toBe('money from a');
    expect(mended('from the company')).toBe('from the company');
  });

  it('mends a real word by one edit only', () => {
    const { correct: withLong } = createSpeller(
      countWords(Array.from({ length: 6 }, () => ['pay', 'consolidated', 'debt'])),
      new Set(['consolidates', 'consolidate']),
    );
    expect(withLong(['pay', 'consolidates', 'debt'])).toEqual(['pay', 'consolidated', 'debt']);
    const { correct: twoAway } = createSpeller(
      countWords(Array.from({ length: 6 }, () => ['pay', 'consolidation', 'debt'])),
      new Set(['consolidating']),
    );
    expect(twoAway(['pay', 'consolidating', 'debt'])).toEqual(['pay', 'consolidating', 'debt']);
  });
});

describe('countWords', () => {
  it('counts words, and pairs with the ends of a text among them', () => {
    const { words, pairs } = countWords([['pay', 'pay', 'me'], ['pay'], []]);
    expect(Object.fromEntries(words)).toEqual({ pay: 3, me: 1 });
    expect(Object.fromEntries(pairs)).toEqual({
      '^ pay': 2,
      'pay pay': 1,
      'pay me': 1,
      'me $': 1,
      'pay $': 1,
    });
  });

  it('counts names of object properties like any word', () => {
    const { words } = countWords([['constructor', '__proto__', 'constructor']]);
    expect([...words]).toEqual([
      ['constructor', 2],
      ['__proto__', 1],
    ]);
  });
});

describe('COMMON_ENGLISH', () => {
  it('has some 66,000 words in lower case or as names, without apostrophes', () => {
    expect(Math.round(COMMON_ENGLISH.size / 1_000)).toBe(66);
    expect([...COMMON_ENGLISH].filter((word) => word.includes("'"))).toEqual([]);
  });
});

describe('createSpeller with the real vocabulary', () => {
  const { prepare } = createPreparer(realMatcher().knowledge);

  it.each([
    ['medical biling', 'medical billing'],
    ['certifcation', 'certification'],
    ['helo there', 'hello there'],
    ['trainning', 'training'],
    ['what is the salery', 'what is the salary'],
  ])('mends "%s"', (text, mended) => expect(prepare(text).tokens.join(' ')).toBe(mended));

  it('leaves common English words alone, American spellings too, though the knowledge does not use them', () => {
    const words = ['gratitude', 'penguin', 'volcano', 'carrot', 'honored', 'organize'];
    expect(words.filter((word) => !COMMON_ENGLISH.has(word))).toEqual([]);
    expect(prepare(words.join(' ')).tokens).toEqual(words);
  });
});
