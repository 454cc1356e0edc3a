// Grouped cross-validation: near-copies stay together, so that no text is judged by a model that learned its twin.
import { groupsOf, nearCopies } from './nearCopies';

/** From this overlap of word sets on, two texts are one for our purpose. 0..1. */
const SAME_TEXT = 0.7;

/**
 * The fold (0..`folds` - 1) of each text. Near-copies share a fold, within a label and across labels; the largest groups
 * are dealt first, each to the fold that has the fewest texts of its labels, so that every fold has a share of each label.
 * @param texts words of each text, names and spelling already made alike
 * @param labels of the texts
 */
export function groupedFolds(
  texts: readonly (readonly string[])[],
  labels: readonly string[],
  folds: number,
): number[] {
  const groups = groupsOf(texts.length, nearCopies(texts, SAME_TEXT)).sort((a, b) => b.length - a.length);
  const foldOf = new Array<number>(texts.length).fill(0);
  const sizes = new Array<number>(folds).fill(0);
  const ofLabel = new Map(labels.map((label) => [label, new Array<number>(folds).fill(0)]));
  for (const group of groups) {
    const crowd = (fold: number) => group.reduce((sum, at) => sum + ofLabel.get(labels[at]!)![fold]!, 0);
    const [fold] = sizes
      .map((size, at) => [at, crowd(at), size] as const)
      .reduce((best, each) => ((each[1] - best[1] || each[2] - best[2]) < 0 ? each : best));
    for (const at of group) {
      foldOf[at] = fold;
      ofLabel.get(labels[at]!)![fold]!++;
    }
    sizes[fold]! += group.length;
  }
  return foldOf;
}
