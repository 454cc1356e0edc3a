// What becomes of good JSON and good bytes in bad hands.
import type { Chance } from './chance';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const nested = (depth: number): Json =>
  depth === 0 ? 'deep' : depth % 2 ? [nested(depth - 1)] : { a: nested(depth - 1) };

/** Values that some code somewhere did not expect. */
const STRANGE: readonly (() => Json)[] = [
  ...[
    null,
    true,
    false,
    0,
    -1,
    1.5,
    1e21,
    1e308,
    Number.MAX_SAFE_INTEGER + 1,
    '',
    ' ',
    '0',
    'null',
    [],
    {},
  ].map((value) => () => value),
  ...[
    '\u0000',
    'a\u0000b',
    '\u0007\u001b[31m',
    '\ud800',
    '\udfff x',
    '\u202e\u2066',
    '\ufeff',
    '\ufffe',
    'e\u0301'.repeat(50),
  ],
  ...['İıſK', '👩‍👩‍👧‍👦', '\r\nX-Injected: 1', 'ｆｕｌｌ', 'Ω≈ç√∫'],
  ...[
    "' OR 1=1 --",
    '<script>alert(1)</script>',
    '<at>x</at>',
    '[x](javascript:alert(1))',
    '${7*7}',
    '{{7*7}}',
    '%00%2e%2e/',
    '../../etc/passwd',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'http://169.254.169.254/',
    'file:///etc/passwd',
    '2026-13-45T99:99:99Z',
  ],
].map((value) => (typeof value === 'function' ? value : () => value));

const GROWN: readonly (() => Json)[] = [
  () => 'x'.repeat(3999),
  () => '😀'.repeat(2001),
  () => 'word '.repeat(5000),
  () => '\\"'.repeat(10_000),
  () => nested(30),
  () => nested(200),
  () => Array.from({ length: 2000 }, (_, at) => at),
  () => Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`key ${at}`, at])),
  () => 'x'.repeat(300_000),
];

export const strange = (chance: Chance): Json =>
  (chance.happens(0.05) ? chance.pick(GROWN) : chance.pick(STRANGE))();

export function strangeText(chance: Chance): string {
  const value = strange(chance);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A copy with one thing in it changed. */
export function mutateJson(value: Json, chance: Chance): Json {
  const isContainer = typeof value === 'object' && value !== null;
  if (!isContainer || chance.happens(0.15)) return mutateHere(value, chance);
  if (Array.isArray(value)) {
    const at = chance.below(value.length + 1);
    return value[at] === undefined
      ? [...value, strange(chance)]
      : value.with(at, mutateJson(value[at], chance));
  }
  const keys = Object.keys(value);
  const key = chance.pick(keys.length > 0 ? keys : ['key']);
  const { [key]: old = null, ...others } = value;
  if (chance.happens(0.6)) return { ...value, [key]: mutateJson(old, chance) };
  return chance.pick<() => Json>([
    () => others,
    () => ({ ...others, [strangeText(chance).slice(0, 1000)]: old }),
    () => ({ ...value, [key]: value[chance.pick(keys)] ?? null }),
    () => ({ ...value, [strangeText(chance).slice(0, 1000)]: strange(chance) }),
  ])();
}

function mutateHere(value: Json, chance: Chance): Json {
  if (typeof value === 'string' && chance.happens(0.5)) {
    const at = chance.below(value.length + 1);
    return chance.pick([
      value.slice(0, at) + strangeText(chance).slice(0, 5000) + value.slice(at),
      value.slice(at),
      value.toUpperCase(),
      [...value].reverse().join(''),
      value.repeat(1 + chance.below(20)),
    ]);
  }
  return chance.pick([() => strange(chance), () => [value], () => ({ value }), () => strange(chance)])();
}

/** What JSON.stringify never writes: a key twice, a number beyond all, half a text. */
export function mutateText(text: string, chance: Chance): string {
  const at = chance.below(text.length + 1);
  return chance.pick<() => string>([
    () => text.replace('{', '{"type":5,'),
    () => text.replace(/\}$/, ',"type":"message","conversation":{"id":"twice"}}'),
    () => text.replace(/:/, ':1e999999,"x":'),
    () => text.replace(/:"[^"]*"/, `:${'9'.repeat(400)}`),
    () => text.slice(0, at),
    () => text + text,
    () => `\ufeff${text}`,
    () => `${text.slice(0, at)}\u0000${text.slice(at)}`,
    () => `${'['.repeat(100)}${text}${']'.repeat(100)}`,
    () => `"${text}`,
  ])();
}

/** Some bytes changed, left out or put in. */
export function mutateBytes(bytes: Buffer, chance: Chance): Buffer {
  let changed = bytes;
  for (let times = 1 + chance.below(4); times > 0; times--) {
    const at = chance.below(changed.length + 1);
    const [before, after] = [changed.subarray(0, at), changed.subarray(at)];
    changed = chance.pick([
      () => Buffer.concat([before, Buffer.from([chance.below(256)]), after.subarray(1)]),
      () => Buffer.concat([before, after.subarray(chance.below(20))]),
      () =>
        Buffer.concat([
          before,
          Buffer.from(Array.from({ length: chance.below(40) }, () => chance.below(256))),
          after,
        ]),
      () => before,
    ])();
  }
  return changed;
}
