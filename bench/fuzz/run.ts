// A run of the fuzzer: so many requests of all kinds, some at once, and what came of each.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ATTEMPTS } from './attempts';
import type { World } from './calls';
import { chanceOf, type Chance } from './chance';
import { createChats } from './chats';
import { createWire, type Outcome } from './wire';

export interface FuzzOptions {
  /** Of a bot without credentials, with PROXY_HOPS=1. */
  readonly url: string;
  readonly seed: number;
  readonly count: number;
  /** Number of the first request, to repeat a part of a run. */
  readonly from?: number;
  /** Called after every so many requests with the number of those done. */
  readonly onProgress?: (done: number) => Promise<void> | void;
}

export interface FuzzFindings {
  /** How often each kind came to each outcome. */
  readonly outcomes: ReadonlyMap<string, ReadonlyMap<Outcome, number>>;
  /** The requests that were answered as they never should, each by the number that repeats it. */
  readonly faults: readonly string[];
}

const AT_ONCE = 32;
const PER_ROUND = 1000;

export async function fuzz({ url, seed, count, from = 0, onProgress }: FuzzOptions): Promise<FuzzFindings> {
  const sink = await startSink();
  const wire = createWire(url);
  const chats = createChats(url);
  const world: World = { wire, chats, serviceUrl: sink.url };
  const outcomes = new Map<string, Map<Outcome, number>>();
  const faults: string[] = [];

  async function send(at: number): Promise<void> {
    const chance = chanceOf(seed, at);
    const kind = kindOf(chance);
    const outcome = await ATTEMPTS[kind]!.attempt(chance, world);
    const of = outcomes.get(kind) ?? new Map<Outcome, number>();
    outcomes.set(kind, of.set(outcome, (of.get(outcome) ?? 0) + 1));
    if (isFault(outcome)) faults.push(`no. ${at}, ${kind}: ${outcome}`);
  }

  for (let done = 0; done < count; done += PER_ROUND) {
    await chats.refill();
    let next = done;
    const last = Math.min(count, done + PER_ROUND);
    const work = async (): Promise<void> => {
      while (next < last) await send(from + next++);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    await onProgress?.(last);
  }
  wire.close();
  await sink.close();
  return { outcomes, faults };
}

/** 501 is how the protocol says that an invoke is not known. */
const isFault = (outcome: Outcome): boolean =>
  typeof outcome === 'number' && outcome >= 500 && outcome !== 501;

function kindOf(chance: Chance): string {
  let left = chance.below(100);
  const found = Object.entries(ATTEMPTS).find(([, { share }]) => (left -= share) < 0);
  if (!found) throw new Error('the shares of the kinds do not sum up to 100');
  return found[0];
}

/** Takes whatever the bot sends. */
async function startSink(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((req, res) => {
    req.resume();
    // Two calls: restify patches writeHead for the whole process, and its version returns nothing.
    res.writeHead(200, { 'Content-Type': 'application/json' });
    res.end('{"id":"1"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
