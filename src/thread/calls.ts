// Questions that wait for their answers from another thread, matched by number.
import { unpack } from './carriedError';
import type { Response } from './messages';

export interface Calls {
  /** @param send gets the number under which the answer is to come back; what it throws rejects */
  make<T>(send: (id: number) => void): Promise<T>;
  settle(response: Response): void;
  /** Rejects all that wait, and all that are made from then on. */
  end(error: Error): void;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

export function createCalls(): Calls {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let ended: Error | undefined;
  return {
    async make<T>(send: (id: number) => void): Promise<T> {
      if (ended) throw ended;
      const id = ++last;
      const answer = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }));
      try {
        send(id);
      } catch (error) {
        waiting.delete(id);
        throw error;
      }
      return (await answer) as T;
    },
    settle(response) {
      const call = waiting.get(response.id);
      waiting.delete(response.id);
      if ('error' in response) call?.reject(unpack(response.error));
      else call?.resolve(response.value);
    },
    end(error) {
      ended ??= error;
      waiting.forEach(({ reject }) => reject(error));
      waiting.clear();
    },
  };
}
