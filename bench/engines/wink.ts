// wink's naive Bayes classifier with the pipeline of wink-nlp-utils.
import { peerVersion, requirePeer } from '../peerPackages';
import type { Engine } from './engine';

interface NaiveBayes {
  definePrepTasks(tasks: ((tokens: readonly string[]) => readonly string[])[]): void;
  defineConfig(config: { considerOnlyPresence: boolean; smoothingFactor: number }): void;
  learn(tokens: readonly string[], label: string): void;
  consolidate(): void;
  computeOdds(tokens: readonly string[]): [label: string, odds: number][];
  exportJSON(): string;
}

const createClassifier = requirePeer<() => NaiveBayes>('wink-naive-bayes-text-classifier');
const { string, tokens } = requirePeer<{
  string: { tokenize0(text: string): string[] };
  tokens: { stem(words: string[]): string[]; bigrams(words: string[]): string[][] };
}>('wink-nlp-utils');

function featuresOf(text: string): string[] {
  const stems = tokens.stem(string.tokenize0(text.toLowerCase()));
  return [...stems, ...tokens.bigrams(stems).map((pair) => pair.join('_'))];
}

export const engine: Engine = {
  name: 'wink-naive-bayes',
  version: peerVersion('wink-naive-bayes-text-classifier'),
  settings:
    'lower case, wink-nlp-utils tokenize0, stem and bigrams, stop words kept, considerOnlyPresence, ' +
    'smoothingFactor 0.1: the most accurate of 8 tried on the full development split (without bigrams 0.4 points ' +
    'less, in half the time; on the small one that was as good); score: lead of the best odds over the next',
  train(examples) {
    const classifier = createClassifier();
    // Prepared outside, for the classifier would prepare a text once for every label.
    classifier.definePrepTasks([(features) => features]);
    classifier.defineConfig({ considerOnlyPresence: true, smoothingFactor: 0.1 });
    for (const { text, intent } of examples) classifier.learn(featuresOf(text), intent);
    classifier.consolidate();
    return Promise.resolve({
      query(text) {
        const [best, next] = classifier.computeOdds(featuresOf(text));
        return { intent: best![0], score: next ? best![1] - next[1] : 0 };
      },
      modelBytes: () => Buffer.byteLength(classifier.exportJSON()),
    });
  },
};
