// Every other sentence the bot says, named by occasion, with the values each one has a place for.

/** Occasion -> names of the `{values}` its text must contain. The texts stand in `knowledge/phrases.yaml`. */
export const PHRASE_VALUES = {
  welcome: [],
  error: [],
  emptyMessage: [],
  fallback: [],
  uncovered: ['role'],
  clarify: [],
  clarifyNone: [],
  clarifyDismissed: [],
  source: ['sources'],
  sources: ['sources'],
  roleHeading: ['role'],
  progress: ['number', 'total'],
  notAnOption: [],
  noted: ['answer'],
  skipped: [],
  nothingToCancel: [],
  nothingToGoBack: [],
  firstQuestionAlready: [],
  clearedContext: [],
  advised: ['role'],
  advisedBecause: [],
  advisedAgainst: [],
  advisedClear: ['runnerUp'],
  advisedClose: ['runnerUp'],
  advisedLittleKnown: [],
  advisedFirst: [],
  advisedSteps: [],
  advisedAid: [],
  adviceNone: [],
  adviceAgain: [],
} as const satisfies Record<string, readonly string[]>;

export type PhraseId = keyof typeof PHRASE_VALUES;
export type Phrases = Readonly<Record<PhraseId, string>>;

type ValuesOf<P extends PhraseId> = Readonly<Record<(typeof PHRASE_VALUES)[P][number], string | number>>;

/** The phrase with its values in place, e.g. `phrase(phrases, 'progress', { number: 4, total: 10 })`. */
export function phrase<P extends PhraseId>(phrases: Phrases, id: P, values: ValuesOf<P>): string {
  const known: Readonly<Record<string, string | number>> = values;
  return phrases[id].replaceAll(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(known, name) ? String(known[name]) : place,
  );
}
