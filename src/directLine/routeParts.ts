// What all routes of Direct Line share.
import type { Pages } from './pages';
import type { Tokens } from './tokens';

/** Our own Direct Line, as clients get it for their `domain`. */
export const DIRECT_LINE_PATH = '/directline';

export interface Shared {
  readonly tokens: Tokens;
  readonly pages: Pages;
}
