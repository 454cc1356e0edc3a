import * as fc from 'fast-check';
import {
  createTextMatcher,
  OUT_OF_SCOPE,
  trainTextMatcher,
  type LabelledText,
} from '../../src/matching/textMatcher';
import { bankTexts } from '../helpers/bankTexts';

const labelled = (texts: readonly { readonly text: string; readonly intent: string }[]): LabelledText[] =>
  texts.map(({ text, intent }) => ({ text, label: intent }));
const { train, test, outOfScope } = bankTexts();
const [known, asked, others] = [train, test, outOfScope].map(labelled) as [
  LabelledText[],
  LabelledText[],
  LabelledText[],
];
const of = (label: string, ...texts: readonly string[]): LabelledText[] =>
  texts.map((text) => ({ text, label }));
const matcherOf = (...given: Parameters<typeof trainTextMatcher>) =>
  createTextMatcher(trainTextMatcher(...given));
const labelsOf = ({ match }: ReturnType<typeof matcherOf>, text: string) =>
  match(text).ranking.map(({ label }) => label);

describe('trainTextMatcher', () => {
  const model = trainTextMatcher(known);
  const matcher = createTextMatcher(model);

  it('learns to tell texts that it has not seen', () => {
    const right = asked.filter(({ text, label }) => labelsOf(matcher, text)[0] === label);
    expect(right.length / asked.length).toBeGreaterThan(0.8);
  });

  it('ranks every label of a few, best first, with a confidence', () => {
    const { ranking, confidence } = matcher.match('a loan for my home');
    expect(ranking.map(({ label }) => label).sort()).toEqual(['balance', 'card', 'loan']);
    expect(ranking[0]?.label).toBe('loan');
    expect(ranking.map(({ score }) => score)).toEqual(
      ranking.map(({ score }) => score).sort((a, b) => b - a),
    );
    expect(confidence).toBeGreaterThan(0.5);
    expect(confidence).toBeLessThanOrEqual(1);
  });

  it('reads through slips, and through words of the same meaning', () => {
    expect(labelsOf(matcher, 'a mortgge laon')[0]).toBe('loan');
    expect(labelsOf(matcher, 'house credit')[0]).toBe('loan');
  });

  it('learns the same from the same texts', () => {
    expect(trainTextMatcher(known)).toEqual(model);
    expect(matcher.match('my balance')).toEqual(createTextMatcher(model).match('my balance'));
  });

  it('makes something of any text, the empty one too', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const { ranking, confidence } = matcher.match(text);
        expect(ranking).toHaveLength(3);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }),
    );
    expect(matcher.match('').confidence).toBeLessThan(model.threshold);
  });

  it('gives back labels of any name, those of object properties and of our own background too', () => {
    const names = ['__proto__', 'constructor', 'hasOwnProperty', 'none:', 'none:x', ''];
    const subjects = [
      'my balance',
      'lost card',
      'house loan',
      'opening hours',
      'foreign coins',
      'new address',
    ];
    const texts = names.flatMap((name, at) =>
      of(name, ...['', 'please ', 'about ', 'help with '].map((frame) => frame + subjects[at]!)),
    );
    const odd = matcherOf(texts);
    names.forEach((name, at) => expect(labelsOf(odd, subjects[at]!)[0]).toBe(name));
    expect(Object.keys({})).toEqual([]);
  });

  it('tells apart labels that take turns as it does labels in a row', () => {
    // Three labels of twelve texts each, in a row.
    const turns = known.map((_, at) => known[(at % 3) * 12 + Math.floor(at / 3)]!);
    expect(turns.slice(0, 3).map(({ label }) => label)).toEqual(['balance', 'card', 'loan']);
    const inTurn = trainTextMatcher(turns);
    const { confidence } = createTextMatcher(inTurn).match('tell me about a mortgage loan');
    expect(confidence).toBeGreaterThan(inTurn.threshold);
  });
});

describe('trainTextMatcher, on what is out of scope', () => {
  const holdsBack = (model: ReturnType<typeof trainTextMatcher>) => {
    const { match } = createTextMatcher(model);
    const share = (texts: readonly LabelledText[]) =>
      texts.filter(({ text }) => match(text).confidence < model.threshold).length / texts.length;
    return { inside: share(asked), outside: share(others.slice(5)) };
  };

  it('never ranks what nothing answers, wherever it was learned', () => {
    const matcher = matcherOf([...known, ...others]);
    for (const { text } of [...asked, ...others]) {
      expect(labelsOf(matcher, text)).not.toContain(OUT_OF_SCOPE);
      expect(labelsOf(matcher, text).length).toBeGreaterThan(0);
    }
  });

  it('leaves labels out in turn where no text is out of scope, and holds back what they are asked', () => {
    const model = trainTextMatcher(known);
    const { inside, outside } = holdsBack(model);
    expect(model.threshold).toBeGreaterThan(0);
    expect(outside).toBeGreaterThan(inside + 0.3);
  });

  it('learns confidence and threshold from a development set, and nothing else', () => {
    const alone = trainTextMatcher(known);
    const developed = trainTextMatcher(known, [...asked, ...others.slice(0, 5)]);
    expect(developed.text).toEqual(alone.text);
    expect(developed.counts).toEqual(alone.counts);
    expect(developed.calibration).not.toEqual(alone.calibration);
    expect(developed.threshold).not.toBe(alone.threshold);
    const { inside, outside } = holdsBack(developed);
    expect(outside).toBeGreaterThan(inside + 0.3);
  });

  it('passes over a development set that has one kind only', () => {
    const alone = trainTextMatcher(known);
    expect(trainTextMatcher(known, asked)).toEqual(alone);
    expect(trainTextMatcher(known, others)).toEqual(alone);
  });
});

describe('trainTextMatcher, on next to nothing', () => {
  it('ranks nothing where nothing was learned, or only what is out of scope', () => {
    for (const texts of [[], others, others.slice(0, 1)]) {
      expect(matcherOf(texts).match('my balance')).toEqual({ ranking: [], confidence: 0 });
      expect(trainTextMatcher(texts, [...asked, ...others]).threshold).toBe(0);
    }
  });

  it('answers by one label, and by one text a label, with nothing to doubt it by', () => {
    const single = of('a', 'my balance');
    const each = [...single, ...of('b', 'lost card'), ...of('c', 'house loan')];
    for (const texts of [single, of('a', 'my balance', 'the balance', 'a balance', 'balance'), each]) {
      const model = trainTextMatcher(texts);
      const { ranking, confidence } = createTextMatcher(model).match('my balance');
      expect(ranking[0]?.label).toBe('a');
      expect(confidence).toBeGreaterThanOrEqual(model.threshold);
    }
  });

  it('bears labels that no text tells apart, and texts without words', () => {
    for (const text of ['my balance', '', '!?']) {
      const { match } = matcherOf([...of('a', text, text, text), ...of('b', text, text, text)]);
      expect(match(text).ranking.every(({ score }) => Number.isFinite(score))).toBe(true);
      expect(match(text).confidence).toBeGreaterThan(0);
      expect(match(text).confidence).toBeLessThan(1);
    }
  });
});
