import { confusionsOf, isMistake, worstClasses } from '../../src/evaluation/confusion';

const outcome = (wanted: string, got: string, text = `${wanted} ${got}`) => ({ wanted, got, text });

describe('confusionsOf', () => {
  it('counts each pair with its utterances, most frequent first, and keeps the two directions apart', () => {
    const confusions = confusionsOf([
      outcome('pay', 'pay'),
      outcome('pay', 'work', 'one'),
      outcome('work', 'pay'),
      outcome('pay', 'work', 'two'),
    ]);
    expect(confusions.map(({ wanted, got, texts }) => [wanted, got, texts.length])).toEqual([
      ['pay', 'work', 2],
      ['pay', 'pay', 1],
      ['work', 'pay', 1],
    ]);
    expect(confusions[0]!.texts).toEqual(['one', 'two']);
    expect(confusions.map(isMistake)).toEqual([true, false, true]);
  });

  it('takes any name for a class', () => {
    expect(confusionsOf([outcome('__proto__', 'a","b'), outcome('__proto__","a', 'b')])).toHaveLength(2);
  });
});

describe('worstClasses', () => {
  const confusions = confusionsOf([
    outcome('pay', 'pay'),
    outcome('work', 'home'),
    outcome('work', 'school'),
    outcome('math', 'math'),
  ]);

  it('leaves out what was never taken for another', () => {
    expect(worstClasses(confusions)).toEqual(['work', 'home', 'school']);
  });

  it('keeps those with the most mistakes', () => {
    expect(worstClasses(confusions, 1)).toEqual(['work']);
  });
});
