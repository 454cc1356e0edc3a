// Waiting before another attempt, no longer than it makes sense.

/** Milliseconds; the last one for every further attempt. Back within 3 s of a server that returns. */
const STEPS = [300, 800, 1500, 2500];

/** Milliseconds before attempt `failures` + 1, spread by a fifth so that many clients do not come at once. */
export function backOff(failures: number, random = Math.random): number {
  const step = STEPS[Math.min(failures, STEPS.length) - 1] ?? 0;
  return Math.round(step * (0.8 + random() * 0.2));
}

/** Resolves after `ms`, or earlier when `wake` is called. */
export interface Pauses {
  readonly pause: (ms: number) => Promise<void>;
  /** Ends every pause under way. */
  readonly wake: () => void;
}

export function createPauses(): Pauses {
  const ends = new Set<() => void>();
  return {
    pause: (ms) =>
      new Promise((resolve) => {
        const end = (): void => {
          clearTimeout(timer);
          ends.delete(end);
          resolve();
        };
        const timer = setTimeout(end, ms);
        ends.add(end);
      }),
    wake: () => [...ends].forEach((end) => end()),
  };
}
