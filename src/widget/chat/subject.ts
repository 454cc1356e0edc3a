// As much of an Observable as Web Chat needs: whoever subscribes gets what is remembered, then what comes.

export interface Observer<T> {
  readonly next?: (value: T) => void;
}

export interface Subject<T> {
  subscribe(observer: Observer<T>): { unsubscribe(): void };
  next(value: T): void;
}

/** @param remembers how many of the last values a late subscriber still gets */
export function createSubject<T>(remembers: number): Subject<T> {
  const observers = new Set<Observer<T>>();
  const kept: T[] = [];
  return {
    subscribe(observer) {
      kept.slice().forEach((value) => observer.next?.(value));
      observers.add(observer);
      return { unsubscribe: () => void observers.delete(observer) };
    },
    next(value) {
      kept.push(value);
      if (kept.length > remembers) kept.shift();
      [...observers].forEach((observer) => observer.next?.(value));
    },
  };
}
