// natural's naive Bayes classifier.
import { peerVersion, requirePeer } from '../peerPackages';
import { logOdds, type Engine } from './engine';

interface BayesClassifier {
  setOptions(options: { keepStops: boolean }): void;
  addDocument(text: string, label: string): void;
  train(): void;
  getClassifications(text: string): { label: string; value: number }[];
}

// The package's main file loads database drivers, which would count as its memory.
const { BayesClassifier } = requirePeer<{
  BayesClassifier: new (stemmer: undefined, smoothing: number) => BayesClassifier;
}>('natural/lib/natural/classifiers');

/** Two set-ups, for neither is better everywhere: kept stop words help with many phrasings an intent and hurt with ten. */
const naturalEngine = (name: string, settings: string, keepStops: boolean, smoothing: number): Engine => ({
  name,
  version: peerVersion('natural'),
  settings: `${settings}; score: log odds of the best class, its likelihood divided by the sum of all being the chance`,
  train(examples) {
    const classifier = new BayesClassifier(undefined, smoothing);
    classifier.setOptions({ keepStops });
    for (const { text, intent } of examples) classifier.addDocument(text, intent);
    classifier.train();
    return Promise.resolve({
      query(text) {
        const found = classifier.getClassifications(text);
        const sum = found.reduce((total, { value }) => total + value, 0);
        // Likelihoods of a long text are too small for a number and become 0.
        return { intent: found[0]!.label, score: logOdds(sum > 0 ? found[0]!.value / sum : 0) };
      },
      modelBytes: () => Buffer.byteLength(JSON.stringify(classifier)),
    });
  },
});

export const engine = naturalEngine('natural (Bayes)', 'BayesClassifier with its defaults', false, 1);

export const engineKeepingStops = naturalEngine(
  'natural, keepStops',
  'BayesClassifier, stop words kept, smoothing 0.1: the most accurate of 3 tried on both development splits of CLINC150',
  true,
  0.1,
);
