// The answer of GET /healthz: that the process lives, for how long, and which build it is.

export interface Health {
  readonly status: 'ok';
  /** Whole seconds since createHealth was called. */
  readonly uptimeSeconds: number;
  readonly version: string;
}

/** @param version of the bot, from package.json */
export function createHealth(version: string): () => Health {
  const start = performance.now();
  return () => ({ status: 'ok', uptimeSeconds: Math.floor((performance.now() - start) / 1000), version });
}
