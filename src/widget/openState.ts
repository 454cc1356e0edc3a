// Whether the chat was open on the page before, for as long as the tab lives; nothing where the page may keep nothing.

const KEY = 'careerAdvisor.open';

/** Undefined where the person has neither opened nor closed it in this tab. */
export function wasOpen(): boolean | undefined {
  try {
    const kept = sessionStorage.getItem(KEY);
    return kept === null ? undefined : kept === 'true';
  } catch {
    return undefined;
  }
}

export function keepOpen(open: boolean): void {
  try {
    sessionStorage.setItem(KEY, String(open));
  } catch {
    // The next page then begins with the chat closed.
  }
}
