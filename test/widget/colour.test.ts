import { contrast, legibleOn, textOn, type Rgb } from '../../src/widget/colour';

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];

describe('contrast', () => {
  it('is 21 between black and white, 1 of a colour to itself, in any order', () => {
    expect(contrast(BLACK, WHITE)).toBeCloseTo(21);
    expect(contrast(WHITE, BLACK)).toBeCloseTo(21);
    expect(contrast([10, 200, 30], [10, 200, 30])).toBe(1);
  });

  it('is as WCAG counts it', () => expect(contrast([118, 118, 118], WHITE)).toBeCloseTo(4.54, 2));
});

describe('textOn', () => {
  it.each<[Rgb, string]>([
    [[29, 95, 168], '#fff'],
    [[255, 200, 0], '#000'],
    [BLACK, '#fff'],
    [WHITE, '#000'],
  ])('is on %j %s', (colour, text) => expect(textOn(colour)).toBe(text));
});

describe('legibleOn', () => {
  it.each<[Rgb, Rgb]>([
    [WHITE, [255, 230, 0]],
    [
      [34, 52, 74],
      [29, 95, 168],
    ],
    [[34, 52, 74], BLACK],
  ])('can be read on %j', (ground, colour) =>
    expect(contrast(legibleOn(ground, colour), ground)).toBeGreaterThanOrEqual(4.5),
  );

  it('leaves a colour that can be read already', () =>
    expect(legibleOn(WHITE, [29, 95, 168])).toEqual([29, 95, 168]));
});
