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
  toldAboutSelf: [],
  progress: ['number', 'total'],
  notAnOption: [],
  noted: ['answers'],
  saidAmount: ['amount'],
  skipped: [],
  enough: [],
  nothingToCancel: [],
  nothingToGoBack: [],
  firstQuestionAlready: [],
  clearedContext: [],
  welcomeBack: [],
  keptOpen: [],
  keptResult: [],
  changeWhich: [],
  changeNothing: [],
  changeNow: ['answer'],
  changeKept: [],
  noResultYet: [],
  resultLink: ['url', 'date'],
  resultTitle: [],
  advised: ['role'],
  advisedBlocked: ['first', 'role'],
  advisedMeanwhile: ['role'],
  advisedClear: ['runnerUp'],
  advisedClose: ['runnerUp'],
  advisedLittleKnown: ['role'],
  adviceUnknown: [],
  adviceNone: [],
  advisedFirst: [],
  advisedBecause: [],
  advisedAgainst: [],
  reason: ['said', 'because'],
  whatIf: [],
  whatIfRole: ['said', 'role'],
  whatIfNone: ['said'],
  whatIfNothing: [],
  sideBySide: [],
  suggested: ['role'],
  plan: [],
  planFirst: ['first'],
  askSchool: [],
  toldMe: [],
  resultSources: [],
  advisedAid: [],
  adviceNext: [],
  explained: [],
  explainedRule: [],
  explainedAnswer: ['said'],
  explainedWeight: ['role', 'weight', 'because'],
  explainedNothing: ['said'],
  explainedScores: [],
  explainedScore: ['role', 'score'],
  pageTitle: [],
  pagePrint: [],
  pageExpires: ['date'],
  pageGone: [],
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
