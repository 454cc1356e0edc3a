import { TestAdapter, TurnContext } from 'botbuilder';
import { deadlineSignal, withDeadline, withTurnDeadline } from '../../src/hosting/deadline';

const aTurn = (): TurnContext =>
  new TurnContext(new TestAdapter(() => Promise.resolve()), { type: 'message' });
const never = (): Promise<never> => new Promise(() => undefined);
const LONG_MS = 60_000;

describe('withDeadline', () => {
  it('settles as the work does', async () => {
    await expect(withDeadline(() => Promise.resolve(1), LONG_MS, 'it')).resolves.toBe(1);
    await expect(withDeadline(() => Promise.reject(new Error('no')), LONG_MS, 'it')).rejects.toThrow('no');
  });

  it('gives up work that takes too long, and tells it so', async () => {
    let given: AbortSignal | undefined;
    const work = (signal: AbortSignal): Promise<never> => ((given = signal), never());
    await expect(withDeadline(work, 1, 'it')).rejects.toThrow('it took longer than 1 ms');
    expect(given?.aborted).toBe(true);
  });
});

describe('withTurnDeadline', () => {
  it('has a signal in its turn for as long as the work lasts, and in no other', async () => {
    const [turn, other] = [aTurn(), aTurn()];
    const seen = await withTurnDeadline(
      turn,
      () => Promise.resolve([deadlineSignal(turn), deadlineSignal(other)]),
      LONG_MS,
      'it',
    );
    expect(seen).toEqual([expect.any(AbortSignal), undefined]);
    expect(deadlineSignal(turn)).toBeUndefined();
  });

  it.each([
    ['the outer', 1, LONG_MS],
    ['the inner', LONG_MS, 1],
  ])('ends work within work with the deadline of %s', async (_, outerMs, innerMs) => {
    const turn = aTurn();
    let isAborted = false;
    const send = (): Promise<never> =>
      new Promise((_, reject) => {
        deadlineSignal(turn)?.addEventListener('abort', () => {
          isAborted = true;
          reject(new Error('aborted'));
        });
      });
    const inner = (): Promise<never> => withTurnDeadline(turn, send, innerMs, 'the inner');
    await expect(withTurnDeadline(turn, inner, outerMs, 'the outer')).rejects.toThrow('longer than 1 ms');
    expect(isAborted).toBe(true);
  });

  it('leaves no deadline that is over to what is sent next', async () => {
    const turn = aTurn();
    await expect(withTurnDeadline(turn, never, 1, 'it')).rejects.toThrow();
    const next = (): Promise<AbortSignal | undefined> => Promise.resolve(deadlineSignal(turn));
    expect((await withTurnDeadline(turn, next, LONG_MS, 'the next'))?.aborted).toBe(false);
  });
});
