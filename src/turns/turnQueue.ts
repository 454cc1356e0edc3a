// One turn at a time in each conversation, because the SDK saves state with "last writer wins" (botbuilder-js#705).

/** Thrown by run when a conversation has too many turns waiting. */
export class QueueFullError extends Error {
  override readonly name = 'QueueFullError';
}

export interface TurnQueue {
  /**
   * Runs `job` after every earlier job of the same key; jobs of different keys run side by side.
   * Settles as the job does, and a job that fails does not stop the next.
   * @throws QueueFullError when too many wait already; the job is then not run
   */
  run<T>(conversationKey: string, job: () => Promise<T>): Promise<T>;
  /** Resolves once no job runs or waits; at once when none does. */
  idle(): Promise<void>;
  /** Conversations that have a job running or waiting. */
  readonly busy: number;
  /** Jobs that have not begun. */
  readonly waiting: number;
}

interface Lane {
  /** Settled when the last job of the lane is; never rejected. */
  tail: Promise<void>;
  /** Running and waiting. */
  jobs: number;
}

export interface TurnQueueOptions {
  /**
   * Jobs that may wait in one conversation behind the running one; people send a few, and 50 waiting turns already mean a
   * client that does not listen.
   */
  readonly maxWaiting?: number;
  /** Runs a job while no other process runs one of its key; absent where there is no other. */
  readonly exclusively?: <T>(key: string, job: () => Promise<T>) => Promise<T>;
}

export function createTurnQueue({ maxWaiting = 50, exclusively = alone }: TurnQueueOptions = {}): TurnQueue {
  const lanes = new Map<string, Lane>();
  let whenIdle: (() => void)[] = [];

  const leave = (key: string, lane: Lane): void => {
    lane.jobs -= 1;
    if (lane.jobs === 0) lanes.delete(key);
    if (lanes.size > 0) return;
    whenIdle.forEach((resolve) => resolve());
    whenIdle = [];
  };

  return {
    async run(key, job) {
      const lane = lanes.get(key) ?? { tail: Promise.resolve(), jobs: 0 };
      if (lane.jobs > maxWaiting) throw new QueueFullError(`${maxWaiting} turns wait in this conversation`);
      lanes.set(key, lane);
      lane.jobs += 1;
      const result = lane.tail.then(() => exclusively(key, job)).finally(() => leave(key, lane));
      lane.tail = result.then(ignore, ignore);
      return result;
    },
    idle: () => (lanes.size === 0 ? Promise.resolve() : new Promise((resolve) => whenIdle.push(resolve))),
    get busy() {
      return lanes.size;
    },
    get waiting() {
      return [...lanes.values()].reduce((sum, { jobs }) => sum + jobs - 1, 0);
    },
  };
}

const alone = <T>(_: string, job: () => Promise<T>): Promise<T> => job();
const ignore = (): void => undefined;
