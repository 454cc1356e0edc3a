// Measures of a classifier, each a pure function of what it made of texts with a known label.

/**
 * Area under the ROC curve, 0..1: the chance that a positive scores above a negative, ties counting half (the
 * Mann-Whitney U statistic over the ranks, Fawcett 2006). NaN where either side is empty.
 */
export function auroc(positives: readonly number[], negatives: readonly number[]): number {
  const all = [
    ...positives.map((score) => ({ score, up: true })),
    ...negatives.map((score) => ({ score, up: false })),
  ];
  all.sort((a, b) => a.score - b.score);
  let rankSum = 0;
  for (let start = 0; start < all.length;) {
    let end = start;
    let ups = 0;
    for (; end < all.length && all[end]!.score === all[start]!.score; end++) if (all[end]!.up) ups++;
    // Ranks are 1-based; equal scores share the mean of theirs.
    rankSum += ups * ((start + 1 + end) / 2);
    start = end;
  }
  const count = positives.length;
  return (rankSum - (count * (count + 1)) / 2) / (count * negatives.length);
}

/**
 * The value below or at which `share` (0..1) of the values lie, by nearest rank. NaN where there are none.
 * @param sorted ascending
 */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? NaN;
}

export const shareOf = (count: number, of: number): number => (of === 0 ? 0 : count / of);

/** A match with its confidence (0..1), and whether it was right. */
export interface CalibrationPoint {
  readonly confidence: number;
  readonly right: boolean;
}

/** Points whose confidence lies in [from, to), the last bin including 1. */
export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Mean confidence, and the share that was right, both 0..1; 0 where the bin is empty. */
  readonly confidence: number;
  readonly accuracy: number;
}

export interface CalibrationCheck {
  /** 0..1: mean distance of confidence from accuracy over the bins, weighted by their counts. */
  readonly error: number;
  readonly bins: readonly CalibrationBin[];
}

/** Expected calibration error over bins of equal width (Naeini et al. 2015). */
export function expectedCalibrationError(points: readonly CalibrationPoint[], bins = 10): CalibrationCheck {
  const filled = Array.from({ length: bins }, () => ({ count: 0, confidence: 0, right: 0 }));
  for (const { confidence, right } of points) {
    const bin = filled[Math.min(bins - 1, Math.max(0, Math.floor(confidence * bins)))]!;
    bin.count++;
    bin.confidence += confidence;
    if (right) bin.right++;
  }
  const checked = filled.map(({ count, confidence, right }, at) => ({
    from: at / bins,
    to: (at + 1) / bins,
    count,
    confidence: shareOf(confidence, count),
    accuracy: shareOf(right, count),
  }));
  const error = checked.reduce(
    (sum, { count, confidence, accuracy }) => sum + count * Math.abs(confidence - accuracy),
    0,
  );
  return { error: shareOf(error, points.length), bins: checked };
}
