// What all routes of Direct Line share.
import type { Entrance } from './entrance';
import type { Tokens } from './tokens';

/** Our own Direct Line, as clients get it for their `domain`. */
export const DIRECT_LINE_PATH = '/directline';

export interface RouteParts {
  readonly tokens: Tokens;
  readonly entrance: Entrance;
}
