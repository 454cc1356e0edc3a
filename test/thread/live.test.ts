// Exchanging what serves the turns, with stand-ins for the threads: who serves whom, and when each ends.
import { KnowledgeError } from '../../src/errors';
import { createLogger } from '../../src/logging';
import { goLive, type Live, type Mortal } from '../../src/thread/live';

class Served implements Mortal {
  stopped = false;
  die: (reason: Error) => void = () => undefined;
  readonly died = new Promise<Error>((resolve) => (this.die = resolve));
  constructor(readonly name: number) {}
  stop(): Promise<void> {
    this.stopped = true;
    return Promise.resolve();
  }
}

let made: Served[];
let log: { msg: string; level: number; reason?: string }[];
/** Holds the starts back until they are let go; undefined lets them pass. */
let gate: Promise<void> | undefined;
let refusal: Error | undefined;

async function start(): Promise<Served> {
  const served = new Served(made.length);
  made.push(served);
  await gate;
  if (refusal) throw refusal;
  return served;
}

const open = (): Promise<Live<Served>> =>
  goLive(start, createLogger('info', { write: (line) => log.push(JSON.parse(line) as (typeof log)[0]) }));

/** A turn that lasts until it is ended. */
function turnOn(live: Live<Served>): { served: Promise<Served>; end: () => Promise<void> } {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  let begin: (served: Served) => void;
  const served = new Promise<Served>((resolve) => (begin = resolve));
  const turn = live.use(async (value) => {
    begin(value);
    await ended;
  });
  return {
    served,
    end: () => {
      end();
      return turn;
    },
  };
}

const lets = (): (() => void) => {
  let go: () => void = () => undefined;
  gate = new Promise((resolve) => (go = resolve));
  return go;
};
const nextTick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => {
  made = [];
  log = [];
  gate = undefined;
  refusal = undefined;
});

describe('goLive', () => {
  it('lets a turn end on what it began with, and stops that with its last turn', async () => {
    const live = await open();
    const [one, two] = [turnOn(live), turnOn(live)];
    await Promise.all([one.served, two.served]);
    expect(await live.reload()).toBe(true);
    expect(await live.use((served) => Promise.resolve(served))).toBe(made[1]);
    expect(live.latest).toBe(made[1]);
    await one.end();
    expect(made[0]!.stopped).toBe(false);
    await two.end();
    expect(made[0]!.stopped).toBe(true);
    expect(made[1]!.stopped).toBe(false);
  });

  it('serves from the old while the new begins', async () => {
    const live = await open();
    const go = lets();
    const reloading = live.reload();
    expect(await live.use((served) => Promise.resolve(served.name))).toBe(0);
    go();
    await reloading;
    expect(await live.use((served) => Promise.resolve(served.name))).toBe(1);
  });

  it('keeps the old where the new is refused, and says in one line why', async () => {
    const live = await open();
    refusal = new KnowledgeError([{ file: 'a.yaml', line: 7, path: '', message: 'is wrong' }]);
    expect(await live.reload()).toBe(false);
    expect(await live.use((served) => Promise.resolve(served.name))).toBe(0);
    expect(made[0]!.stopped).toBe(false);
    expect(log).toMatchObject([{ level: 50, reason: 'a.yaml:7: is wrong' }]);
    refusal = undefined;
    expect(await live.reload()).toBe(true);
  });

  it('reloads one after the other, and the newest serves; those that wait share one', async () => {
    const live = await open();
    const go = lets();
    const first = live.reload();
    await nextTick();
    const reloads = [first, live.reload(), live.reload()];
    await nextTick();
    expect(made).toHaveLength(2);
    go();
    expect(await Promise.all(reloads)).toEqual([true, true, true]);
    expect(made.map(({ stopped }) => stopped)).toEqual([true, true, false]);
    expect(live.latest).toBe(made[2]);
  });

  it('starts again what has ended by itself; a turn in between waits for it', async () => {
    const live = await open();
    const go = lets();
    made[0]!.die(new Error('boom'));
    await nextTick();
    const turn = live.use((served) => Promise.resolve(served.name));
    expect(live.isAlive).toBe(false);
    go();
    expect(await turn).toBe(1);
    expect(live.isAlive).toBe(true);
    expect(log).toMatchObject([{ level: 50 }]);
  });

  it('gives up when that ends, too', async () => {
    const live = await open();
    made[0]!.die(new Error('boom'));
    await nextTick();
    await live.use((served) => Promise.resolve(served));
    made[1]!.die(new Error('boom'));
    await live.failed;
    expect(log.at(-1)).toMatchObject({ level: 60, msg: expect.stringContaining('ended again') as string });
    expect(made).toHaveLength(2);
  });

  it('gives up when it cannot be started again', async () => {
    const live = await open();
    refusal = new Error('no memory');
    made[0]!.die(new Error('boom'));
    await live.failed;
    await expect(live.use((served) => Promise.resolve(served))).rejects.toThrow('no memory');
    expect(log.at(-1)).toMatchObject({ level: 60 });
  });

  it('starts again after a reload though it was started again before', async () => {
    const live = await open();
    made[0]!.die(new Error('boom'));
    await nextTick();
    await live.reload();
    live.latest.die(new Error('boom'));
    await nextTick();
    expect(await live.use((served) => Promise.resolve(served.name))).toBe(3);
  });

  it('cares no more for an old one that ends while its last turn runs', async () => {
    const live = await open();
    const turn = turnOn(live);
    await turn.served;
    await live.reload();
    made[0]!.die(new Error('boom'));
    await turn.end();
    expect(made).toHaveLength(2);
  });

  it('stops all of them on stop, the one that begins and those with running turns among it', async () => {
    const live = await open();
    await turnOn(live).served;
    await live.reload();
    await live.stop();
    expect(made.map(({ stopped }) => stopped)).toEqual([true, true]);
    made[1]!.die(new Error('stopped'));
    await nextTick();
    expect(made).toHaveLength(2);
  });
});
