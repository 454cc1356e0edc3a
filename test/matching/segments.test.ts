import * as fc from 'fast-check';
import { segmentsOf } from '../../src/matching/segments';

describe('segmentsOf', () => {
  it.each([
    ['what do coders earn? how long is training?', ['what do coders earn', 'how long is training']],
    ['what do coders earn and how long is training', ['what do coders earn', 'how long is training']],
    ['is coding hard, but can i work remotely', ['is coding hard', 'can i work remotely']],
    ['thanks a lot! how do i become a biller', ['thanks a lot', 'how do i become a biller']],
    ['one two three\nfour five six', ['one two three', 'four five six']],
    ['hi there! what do coders earn?', ['what do coders earn']],
  ])('parts "%s"', (text, pieces) => expect(segmentsOf(text)).toEqual(pieces));

  it.each([
    ['one question', 'what does a medical coder earn?'],
    ['an "and" that opens no question', 'what do billers and coders earn'],
    ['a longer list', 'i like math a lot. i like people too. i like cats too. i like dogs too.'],
    ['no words', ' \n?! '],
  ])('leaves a message whole that holds %s', (_, text) => expect(segmentsOf(text)).toEqual([]));

  it('reads any amount of white space once', () => {
    const start = performance.now();
    expect(segmentsOf(`a${' '.repeat(100_000)}b`)).toEqual([]);
    // Some milliseconds; it was 14 s when every space was tried as the start of a seam.
    expect(performance.now() - start).toBeLessThan(3_000);
  });

  it('gives at most three pieces, which stand in the message in this order', () => {
    const text = fc
      .array(fc.constantFrom('what', 'is', 'pay', 'and', '?', '.', '\n', 'how', '🎉'), { maxLength: 30 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(text, (whole) => {
        const pieces = segmentsOf(whole);
        expect(pieces.length).toBeLessThanOrEqual(3);
        let at = 0;
        for (const piece of pieces) {
          at = whole.indexOf(piece, at) + piece.length;
          expect(at).toBeGreaterThanOrEqual(piece.length);
        }
      }),
    );
  });
});
