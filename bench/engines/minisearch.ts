// minisearch: full-text search over the phrasings; the intent of the best document is the answer.
import { peerVersion, requirePeer } from '../peerPackages';
import { NOTHING, type Engine } from './engine';

interface Found {
  readonly intent: string;
  readonly score: number;
}

interface MiniSearch {
  addAll(documents: readonly { id: number; text: string; intent: string }[]): void;
  search(text: string): Found[];
}

const MiniSearch = requirePeer<new (options: object) => MiniSearch>('minisearch');

export const engine: Engine = {
  name: 'minisearch',
  version: peerVersion('minisearch'),
  settings:
    'fuzzy 0.2, prefix, else defaults, nothing else tried; score: of the best document, divided by the number of words ' +
    'in the query (undivided, the AUROC on the small development split is lower)',
  train(examples) {
    const index = new MiniSearch({
      fields: ['text'],
      storeFields: ['intent'],
      searchOptions: { fuzzy: 0.2, prefix: true },
    });
    index.addAll(examples.map((example, id) => ({ id, ...example })));
    return Promise.resolve({
      query(text) {
        const [best] = index.search(text);
        return best ? { intent: best.intent, score: best.score / text.split(/\s+/).length } : NOTHING;
      },
      modelBytes: () => Buffer.byteLength(JSON.stringify(index)),
    });
  },
};
