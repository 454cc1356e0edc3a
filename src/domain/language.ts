// Choosing among the languages that something is written in.

/** What is written in no language of a person is shown in this one. */
export const FALLBACK_LANGUAGE = 'en';

/**
 * The language, of those there are, that comes first in what a person wants; FALLBACK_LANGUAGE where none does. `es-MX`
 * is content with `es`, and `es` with `es-MX`.
 * @param wanted BCP 47 tags, the dearest first, in any case
 */
export function bestLanguage(wanted: readonly string[], available: readonly string[]): string {
  for (const tag of wanted.map((each) => each.trim().toLowerCase())) {
    const match =
      available.find((each) => each.toLowerCase() === tag) ??
      available.find((each) => primary(each) === primary(tag));
    if (match !== undefined) return match;
  }
  return FALLBACK_LANGUAGE;
}

const primary = (tag: string): string => (tag.split('-')[0] ?? '').toLowerCase();
