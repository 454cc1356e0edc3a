// The type of `syllable` 4, which brings none.
declare module 'syllable' {
  /** Syllables of an English word or text; apostrophes are dropped, what is no letter counts nothing. */
  function syllable(text: string): number;
  export = syllable;
}
