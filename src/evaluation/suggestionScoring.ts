// How often what a person asks for is suggested while the text is still being typed.
import type { LabelledUtterance } from './labelled';
import { shareOf } from './metrics';

/** How much of each text was typed, and the shares (0..1) of texts of which a right entry was suggested. */
export interface SuggestionFigures {
  /** Share of the text's letters, above 0 to 1. */
  readonly typed: number;
  readonly count: number;
  /** Among all that was suggested. */
  readonly found: number;
  /** In the first place. */
  readonly first: number;
  /** How many were suggested, on average. */
  readonly suggested: number;
}

export const TYPED_SHARES = [0.4, 0.6, 0.8, 1] as const;

/**
 * Where several entries answer a text, one of them is enough.
 * @param suggest gives ids, best first
 */
export function scoreSuggestions(
  suggest: (text: string) => readonly string[],
  utterances: readonly Pick<LabelledUtterance, 'text' | 'intents'>[],
): SuggestionFigures[] {
  return TYPED_SHARES.map((typed) => {
    const all = utterances.map(({ text, intents }) => {
      const suggested = suggest(text.slice(0, Math.ceil(text.length * typed)));
      return { suggested, place: suggested.findIndex((id) => intents.includes(id)) };
    });
    const count = all.length;
    return {
      typed,
      count,
      found: shareOf(all.filter(({ place }) => place >= 0).length, count),
      first: shareOf(all.filter(({ place }) => place === 0).length, count),
      suggested: shareOf(
        all.reduce((sum, { suggested }) => sum + suggested.length, 0),
        count,
      ),
    };
  });
}
