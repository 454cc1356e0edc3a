// Our matcher, as it is compiled: what a bot runs, not what a loader makes of the source.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as modelCodec from '../../src/matching/modelCodec';
import type * as textMatcher from '../../src/matching/textMatcher';
import { logOdds, NOTHING, type Engine, type Example } from './engine';

const ROOT = join(__dirname, '..', '..');
const requireBuilt = createRequire(join(ROOT, 'dist', 'src', 'matching', 'any.js'));
const { createTextMatcher, trainTextMatcher } = requireBuilt('./textMatcher.js') as typeof textMatcher;
const { encodeTextMatcher } = requireBuilt('./modelCodec.js') as typeof modelCodec;
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };

const labelled = ({ text, intent }: Example) => ({ text, label: intent });

export const engine: Engine = {
  name: 'ours',
  version,
  settings:
    'defaults; the development split, where there is one, for the confidence, else parts of the training split left out ' +
    'in turn; score: log odds of the confidence',
  train(examples, development) {
    const model = trainTextMatcher(examples.map(labelled), development.map(labelled));
    const { match } = createTextMatcher(model);
    return Promise.resolve({
      query(text) {
        const { ranking, confidence } = match(text);
        return ranking[0] ? { intent: ranking[0].label, score: logOdds(confidence) } : NOTHING;
      },
      modelBytes: () => encodeTextMatcher(model).byteLength,
    });
  },
};
