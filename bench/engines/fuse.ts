// fuse.js alone: fuzzy search over the phrasings; the intent of the best one is the answer.
import { peerVersion, requirePeer } from '../peerPackages';
import { logOdds, NOTHING, type Engine, type Example } from './engine';

interface Fuse {
  search(text: string, options: { limit: number }): { item: Example; score: number }[];
}

const Fuse = requirePeer<new (items: readonly Example[], options: object) => Fuse>('fuse.js');

export const engine: Engine = {
  name: 'fuse.js',
  version: peerVersion('fuse.js'),
  settings:
    'useTokenSearch, ignoreLocation, threshold 0.3: the most accurate of 7 tried on a fifth of the small development ' +
    'split; score: log odds of 1 less its own',
  train(examples) {
    const fuse = new Fuse(examples, {
      keys: ['text'],
      includeScore: true,
      useTokenSearch: true,
      ignoreLocation: true,
      threshold: 0.3,
    });
    return Promise.resolve({
      query(text) {
        const [best] = fuse.search(text, { limit: 1 });
        return best ? { intent: best.item.intent, score: logOdds(1 - best.score) } : NOTHING;
      },
    });
  },
};
