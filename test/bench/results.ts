// Made-up results of a run of the bench.
import type { Quality, Speed } from '../../bench/measurement';
import type { ReportedDataset } from '../../bench/report';
import type { Row } from '../../bench/summary';

export const SPEED: Speed = { trainMs: 200, p50Us: 60, p99Us: 250, residentMb: 55, peakMb: 160 };
export const QUALITY: Quality = {
  accuracy: 0.912,
  auroc: 0.9604,
  withThreshold: { accuracy: 0.88, outOfScopeRecall: 0.75 },
  typos: [0.9, 0.85],
  modelBytes: 2_400_000,
};

export const SMALL: ReportedDataset = { id: 'small', title: 'Small & "sweet"' };
export const GROWN: ReportedDataset = { id: 'grown', title: 'Grown', entries: 1_000 };

export const row = (changes: Partial<Row> = {}): Row => ({
  engine: 'ours',
  name: 'ours',
  dataset: 'small',
  speed: SPEED,
  quality: QUALITY,
  repetitions: 3,
  load: 0.4,
  ...changes,
});
