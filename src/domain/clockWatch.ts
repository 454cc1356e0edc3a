// Whether the time of day can be trusted with deleting what is old: a clock that is set wrong makes everything look old.

export interface ClockWatchOptions {
  /** The time of day, in milliseconds since 1970; somebody may set it. */
  readonly wall: () => number;
  /** Milliseconds since any moment, on a clock that nobody sets. */
  readonly steady: () => number;
}

export interface ClockLook {
  /** Milliseconds by which the time of day has jumped since the last look, backward below 0; absent where it went on as it should. */
  readonly jump?: number;
  /** False for a day after a jump, so that somebody, or the network, can set the clock right. */
  readonly isTrusted: boolean;
}

const MINUTE_MS = 60 * 1000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Clocks are corrected by seconds all the time; nothing here depends on a few minutes. */
const LEAST_JUMP_MS = 5 * MINUTE_MS;

/** @returns to be called now and then; each call is a look */
export function createClockWatch({ wall, steady }: ClockWatchOptions): () => ClockLook {
  let offset = wall() - steady();
  let heldUntil = -Infinity;
  return () => {
    const drift = wall() - steady() - offset;
    offset += drift;
    const isHeld = steady() < heldUntil;
    const hasJumped = Math.abs(drift) >= LEAST_JUMP_MS;
    // A laptop that sleeps every night jumps every morning: were the day to begin anew each time, nothing would ever go.
    if (hasJumped && (!isHeld || Math.abs(drift) >= DAY_MS)) heldUntil = steady() + DAY_MS;
    return { ...(hasJumped && { jump: drift }), isTrusted: steady() >= heldUntil };
  };
}
