// What a conversation keeps of the guided advice while none is open; plain JSON, in conversation state.
import type { AdviceSession } from './advice';

export interface AdviceMemory {
  /** Left before its end; absent where none was, or where it was gone on with. */
  readonly paused?: AdviceSession;
  /** The last that came to a result. */
  readonly finished?: AdviceSession;
}

export const NOTHING_KEPT: AdviceMemory = {};
