import { createTurnQueue, QueueFullError } from '../../src/turns/turnQueue';
import { gate, type Gate } from '../helpers/httpGate';

describe('createTurnQueue', () => {
  it('runs the jobs of one key one after another, in order', async () => {
    const queue = createTurnQueue();
    const events: string[] = [];
    const job = (name: string) => async (): Promise<string> => {
      events.push(`${name} begins`);
      await Promise.resolve();
      events.push(`${name} ends`);
      return name;
    };
    const results = await Promise.all(['a', 'b', 'c'].map((name) => queue.run('key', job(name))));
    expect(results).toEqual(['a', 'b', 'c']);
    expect(events).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  it('runs different keys side by side', async () => {
    const queue = createTurnQueue();
    const [first, second] = [gate(), gate()];
    // Each waits for the other: they end only if both run at once.
    const meet = (mine: typeof first, other: typeof first) => (): Promise<void> => {
      mine.open();
      return other.passed;
    };
    await Promise.all([queue.run('a', meet(first, second)), queue.run('b', meet(second, first))]);
  });

  it('hands on a failure and runs the next job all the same', async () => {
    const queue = createTurnQueue();
    const failing = queue.run('key', () => Promise.reject(new Error('broken')));
    const throwing = queue.run('key', () => {
      throw new Error('thrown');
    });
    const next = queue.run('key', () => Promise.resolve('fine'));
    await expect(failing).rejects.toThrow('broken');
    await expect(throwing).rejects.toThrow('thrown');
    await expect(next).resolves.toBe('fine');
  });

  it('refuses what exceeds the places behind the running job, and has them again later', async () => {
    const queue = createTurnQueue({ maxWaiting: 2 });
    const running = gate();
    const accepted = [1, 2, 3].map(() => queue.run('key', () => running.passed));
    await expect(queue.run('key', () => Promise.resolve())).rejects.toThrow(QueueFullError);
    await expect(queue.run('other', () => Promise.resolve('fine'))).resolves.toBe('fine');
    running.open();
    await Promise.all(accepted);
    await expect(queue.run('key', () => Promise.resolve('fine'))).resolves.toBe('fine');
  });

  it('forgets conversations that have ended', async () => {
    const queue = createTurnQueue();
    const jobs = Array.from({ length: 1000 }, (_, i) => queue.run(`key ${i % 100}`, () => Promise.resolve()));
    expect(queue.busy).toBe(100);
    await Promise.all(jobs);
    expect(queue.busy).toBe(0);
  });

  it('tells how many conversations are busy, and how many jobs wait in them', async () => {
    const queue = createTurnQueue();
    const held = gate();
    const jobs = ['a', 'a', 'a', 'b'].map((key) => queue.run(key, () => held.passed));
    expect([queue.busy, queue.waiting]).toEqual([2, 2]);
    held.open();
    await Promise.all(jobs);
    expect([queue.busy, queue.waiting]).toEqual([0, 0]);
  });

  it('is idle at once when empty, else when the last job has ended', async () => {
    const queue = createTurnQueue();
    await queue.idle();
    const [first, last] = [gate(), gate()];
    const events: string[] = [];
    const job =
      (name: string, { passed }: Gate) =>
      (): Promise<unknown> =>
        passed.then(() => events.push(name));
    void queue.run('a', job('first', first));
    void queue.run('b', job('last', last));
    const idle = queue.idle().then(() => events.push('idle'));
    first.open();
    await queue.run('a', () => Promise.resolve());
    expect(events).toEqual(['first']);
    last.open();
    await idle;
    expect(events).toEqual(['first', 'last', 'idle']);
  });
});
