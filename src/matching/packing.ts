// Values and typed arrays as one run of bytes: a JSON head, then the arrays as they lie in memory.

export type NumberArray = Int8Array | Int32Array | Uint16Array | Float32Array;

/** The constructor of a typed array. */
interface ArrayMaker<T> {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBuffer, byteOffset: number, length: number): T;
}

/** Gives the arrays in the order in which they were packed; the caller knows their lengths from the head. */
export type NextArray = <T>(make: ArrayMaker<T>, length: number) => T;

/** @param head anything that JSON can hold */
export function pack(head: unknown, arrays: readonly NumberArray[]): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(head));
  const start = aligned(4 + json.length);
  const bytes = new Uint8Array(arrays.reduce((sum, { byteLength }) => sum + aligned(byteLength), start));
  new DataView(bytes.buffer).setUint32(0, json.length, true);
  bytes.set(json, 4);
  let at = start;
  for (const { buffer, byteOffset, byteLength } of arrays) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += aligned(byteLength);
  }
  return bytes;
}

/**
 * What `read` makes of packed bytes; the arrays it takes share memory with them.
 * @returns undefined where the bytes are not whole or `read` gives up; never throws
 */
export function unpack<T>(
  bytes: Uint8Array,
  read: (head: unknown, next: NextArray) => T | undefined,
): T | undefined {
  try {
    // Typed arrays demand an aligned start, which a slice of a larger buffer may not have.
    const { buffer, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : Uint8Array.from(bytes);
    const length = new DataView(buffer, byteOffset).getUint32(0, true);
    const head: unknown = JSON.parse(
      new TextDecoder().decode(new Uint8Array(buffer, byteOffset + 4, length)),
    );
    let at = byteOffset + aligned(4 + length);
    const value = read(head, (make, count) => {
      const start = at;
      at += aligned(count * make.BYTES_PER_ELEMENT);
      return new make(buffer as ArrayBuffer, start, count);
    });
    return at === byteOffset + bytes.length ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Every array starts at a multiple of four bytes, as typed arrays demand. */
const aligned = (length: number): number => Math.ceil(length / 4) * 4;
