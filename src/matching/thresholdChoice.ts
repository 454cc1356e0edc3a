// Chooses from which confidence on to answer or to offer, by what each outcome is worth to the person.
import { MAX_OFFERS } from '../domain/decision';
import type { Thresholds } from '../domain/thresholds';

/** What the matcher made of an utterance that it had not learned from. */
export interface Trial {
  /** Confidences of the best matches, best first. */
  readonly confidences: readonly number[];
  /** Place of the right match among them; absent where it is not there, or nothing should have matched. */
  readonly rightAt: number | undefined;
  /** True where the right reply is "I don't know". */
  readonly outOfScope: boolean;
}

/**
 * In right answers. A wrong answer costs trust, and an answer to what is beside the subject costs more; an offer costs the
 * person a turn. Chosen on the development split (DESIGN.md, "What was measured").
 */
const WORTH = {
  right: 1,
  offeredRight: 0.4,
  offeredWrong: -0.05,
  wrong: -1,
  answeredOutOfScope: -2,
  offeredOutOfScope: -0.25,
};

/**
 * How much of what people write is taken to be out of scope: as much, however many entries and phrasings the author adds,
 * which would else make an offer seem ever cheaper.
 */
const OUT_OF_SCOPE_SHARE = 0.33;

const STEPS = Array.from({ length: 19 }, (_, index) => (index + 1) / 20);

export function chooseThresholds(trials: readonly Trial[]): Thresholds {
  const outOfScope = trials.filter((trial) => trial.outOfScope).length;
  const inScope = trials.length - outOfScope;
  // Where one kind is missing, the other counts alone.
  const weight = {
    in: (1 - OUT_OF_SCOPE_SHARE) / Math.max(1, inScope),
    out: OUT_OF_SCOPE_SHARE / Math.max(1, outOfScope),
  };
  let best: { readonly limits: Thresholds; readonly worth: number } | undefined;
  for (const answer of STEPS) {
    for (const offer of STEPS.filter((step) => step <= answer)) {
      const limits = { answer, offer };
      const worth = trials.reduce(
        (sum, trial) => sum + (trial.outOfScope ? weight.out : weight.in) * worthOf(trial, limits),
        0,
      );
      if (!best || worth > best.worth) best = { limits, worth };
    }
  }
  return best!.limits;
}

function worthOf({ confidences, rightAt, outOfScope }: Trial, { answer, offer }: Thresholds): number {
  const [top = 0] = confidences;
  if (top >= answer) return outOfScope ? WORTH.answeredOutOfScope : rightAt === 0 ? WORTH.right : WORTH.wrong;
  if (top < offer) return 0;
  if (outOfScope) return WORTH.offeredOutOfScope;
  const offered = rightAt !== undefined && rightAt < MAX_OFFERS && confidences[rightAt]! >= offer;
  return offered ? WORTH.offeredRight : WORTH.offeredWrong;
}
