// The measures of the project, in the one place from which the bench takes them.
export { readTexts } from '../src/cli/labelledSet';
export { ConfigError } from '../src/errors';
export { OUT_OF_SCOPE } from '../src/evaluation/labelled';
export { auroc, percentile } from '../src/evaluation/metrics';
export { withTypos } from '../src/evaluation/typos';
export { seededRandom, type Random } from '../src/matching/random';
export { chooseThreshold, type ScoredTrial } from '../src/matching/threshold';
