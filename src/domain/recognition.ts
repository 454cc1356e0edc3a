// What the matcher understood of one message: values only, made by src/matching, read by everyone.
import type { ChatId, FaqId } from './faq';
import type { RoleId } from './role';

/** One thing the person may have meant. */
export interface Match {
  readonly topic: string;
  /** What answers it; two ids where it is answered for both roles side by side, none where nothing does. */
  readonly ids: readonly (FaqId | ChatId)[];
  /** The role it is about, named or carried over; absent where none plays a part. */
  readonly role?: RoleId;
  /** 0..1, calibrated: about this share of such matches is right. */
  readonly confidence: number;
}

/** A question within a message. */
export interface Reading {
  readonly text: string;
  /** Best first. */
  readonly matches: readonly Match[];
  /** The background group it clearly belongs to; absent where nothing is clear. */
  readonly background?: string;
}

export interface Recognition {
  readonly text: string;
  /** One reading as a rule; two where the message asks two things. */
  readonly readings: readonly Reading[];
  /** The safety rule that the message raises. */
  readonly safety?: string;
}
