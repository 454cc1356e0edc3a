// The chat on websites in figures, as Markdown.
import type { LoadFindings } from './chatLoad';
import type { OpeningFindings } from './chatOpening';
import { table } from './markdown';

export interface ChatFindings {
  readonly date: Date;
  readonly machine: string;
  /** Bytes of what a browser fetches, as they are and compressed. */
  readonly files: readonly {
    readonly name: string;
    readonly plain: number;
    readonly gzip: number;
    readonly brotli: number;
  }[];
  readonly openings: readonly OpeningFindings[];
  readonly loads: readonly LoadFindings[];
}

export function chatReport({ date, machine, files, openings, loads }: ChatFindings): string {
  const visits = openings[0]?.first.length ?? 0;
  const conversations = loads[0]?.conversations ?? 0;
  const messages = (loads[0]?.messages ?? 0) / conversations;
  const faults = loads.flatMap((load) => load.faults);
  return `# The chat on websites

${date.toISOString().slice(0, 10)}, ${machine}. Made by \`npm run bench:chat\`; browser, server and load share the machine.

## What a page costs

A page loads \`widget.js\` alone; the rest comes when the button is pressed, and is kept by the browser from then on.

${table(
  ['File', 'plain', 'gzip', 'brotli'],
  files.map(({ name, plain, gzip, brotli }) => [name, kilobytes(plain), kilobytes(gzip), kilobytes(brotli)]),
)}

## How long a person waits

In Chromium, from the click to the words on the screen: median and slowest of ${visits} visits. "First" has an empty
cache; "again" is the next page of the same visit, where the chat shows what was said before.

${table(
  ['', 'first: median', 'slowest', 'again: median', 'slowest', 'an answer: median', 'slowest'],
  openings.map(({ transport, first, again, answers }) => [
    transport,
    ...[first, again, answers].flatMap((times) => [ms(at(times, 0.5)), ms(at(times, 1))]),
  ]),
)}

## ${conversations} conversations at once

Each on a WebSocket of its own, each sending ${messages} messages, one as soon as the one before is answered, all of them
without a pause: far more than so many people do. Then ${conversations} others on the same server.

${table(
  ['', 'messages', 'a second', 'first reply: median', '99 %', 'slowest'],
  loads.map(({ messages: sent, seconds, waits }, round) => [
    `round ${round + 1}`,
    String(sent),
    String(Math.round(sent / seconds)),
    ms(at(waits, 0.5)),
    ms(at(waits, 0.99)),
    ms(at(waits, 1)),
  ]),
)}

${
  faults.length === 0
    ? 'No reply was lost, doubled, out of order or in another conversation.'
    : `Faults: ${faults.slice(0, 5).join('; ')}.`
}

${table(
  ['Memory of the server', 'before', 'all connected', 'most', 'all gone'],
  loads.map(({ memory }, round) => [
    `round ${round + 1}`,
    ...[memory.before, memory.connected, memory.most, memory.after].map(megabytes),
  ]),
)}
`;
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`;
const megabytes = (value: number): string => `${Math.round(value)} MB`;
const ms = (value: number): string => `${Math.round(value)} ms`;

/** @param numbers sorted @param share 0..1 */
const at = (numbers: readonly number[], share: number): number =>
  numbers[Math.min(numbers.length - 1, Math.floor(share * numbers.length))] ?? NaN;
