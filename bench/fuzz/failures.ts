// What the bot's log says went wrong within: a turn that failed is answered with 200 and an apology.

/** A spoiled serviceUrl leads nowhere: that the reply cannot be sent there is no fault of the bot. */
const NOT_REACHED = /ECONNREFUSED|ECONNRESET|sending the reply took too long|getaddrinfo/;

interface Line {
  readonly level?: number;
  readonly msg?: string;
  readonly err?: { readonly message?: string; readonly code?: string };
}

/** @param log lines of JSON among others @returns how often each failure is in it, errors and worse */
export function failuresIn(log: string): ReadonlyMap<string, number> {
  const failures = new Map<string, number>();
  for (const line of log.split('\n')) {
    if (!line.startsWith('{')) continue;
    const { level = 0, msg = '', err } = JSON.parse(line) as Line;
    if (level < 50 || NOT_REACHED.test(`${err?.code} ${err?.message}`)) continue;
    const failure = `${msg}: ${err?.message ?? ''}`;
    failures.set(failure, (failures.get(failure) ?? 0) + 1);
  }
  return failures;
}
