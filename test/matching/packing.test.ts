import * as fc from 'fast-check';
import { pack, unpack, type NumberArray } from '../../src/matching/packing';

const anyArray: fc.Arbitrary<NumberArray> = fc.oneof(
  fc.int8Array({ maxLength: 9 }),
  fc.int32Array({ maxLength: 9 }),
  fc.uint16Array({ maxLength: 9 }),
  fc.float32Array({ maxLength: 9, noNaN: true }),
);
const TYPES = { Int8Array, Int32Array, Uint16Array, Float32Array };

/** Packs the arrays with a head that says what they are, and gives what is read back. */
const packed = (arrays: readonly NumberArray[], note: unknown = null): Uint8Array =>
  pack(
    { note, arrays: arrays.map((each) => ({ type: each.constructor.name, length: each.length })) },
    arrays,
  );
interface Head {
  readonly note: unknown;
  readonly arrays: readonly { readonly type: keyof typeof TYPES; readonly length: number }[];
}
const read = (bytes: Uint8Array) =>
  unpack(bytes, (head, next) => {
    const { note, arrays } = head as Head;
    return { note, arrays: arrays.map(({ type, length }) => next<NumberArray>(TYPES[type], length)) };
  });

describe('unpack', () => {
  it('gives back any head and any arrays', () => {
    fc.assert(
      fc.property(fc.array(anyArray, { maxLength: 6 }), fc.jsonValue(), (arrays, given) => {
        const note: unknown = JSON.parse(JSON.stringify(given));
        expect(read(packed(arrays, note))).toEqual({ note, arrays });
      }),
    );
  });

  it('reads bytes that start anywhere in their buffer', () => {
    const arrays = [Int8Array.of(1, -2, 3), Float32Array.of(0.5), Uint16Array.of(65_535), Int32Array.of(-7)];
    const bytes = packed(arrays, 'Größe');
    for (const start of [0, 1, 2, 3, 4]) {
      const shifted = new Uint8Array(bytes.length + start + 8).fill(7);
      shifted.set(bytes, start);
      expect(read(shifted.subarray(start, start + bytes.length))).toEqual({ note: 'Größe', arrays });
    }
  });

  it('takes the part of a larger array that it is given', () => {
    const part = Int32Array.of(1, 2, 3, 4).subarray(1, 3);
    expect(read(packed([part]))?.arrays).toEqual([Int32Array.of(2, 3)]);
  });

  it('refuses bytes cut off anywhere, and bytes with something behind them', () => {
    fc.assert(
      fc.property(fc.array(anyArray, { maxLength: 3 }), fc.nat(), fc.integer({ min: 1, max: 9 }), (arrays, cut, more) => {
        const bytes = packed(arrays);
        expect(read(bytes.subarray(0, cut % bytes.length))).toBeUndefined();
        expect(read(bytes.slice(0, cut % bytes.length))).toBeUndefined();
        expect(read(Uint8Array.of(...bytes, ...new Uint8Array(more)))).toBeUndefined();
      }),
    ); // prettier-ignore
  });

  it('refuses other bytes, without throwing', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => read(bytes) === undefined));
  });

  it('gives nothing where the reader gives up, throws or leaves arrays behind', () => {
    const bytes = packed([Int32Array.of(1)]);
    expect(unpack(bytes, () => undefined)).toBeUndefined();
    expect(unpack(bytes, () => 'all but the array')).toBeUndefined();
    expect(
      unpack(bytes, () => {
        throw new Error('no such head');
      }),
    ).toBeUndefined();
  });
});
