// The main figures at a glance, each with its target where it has one.
import { html, type Content, type Html } from '../../html';
import { percent } from './format';

export interface Tile {
  readonly name: string;
  /** As it is shown. */
  readonly value: string;
  readonly note?: string;
  readonly target?: Target;
}

/** A share (0..1) held against a limit (0..1). */
export interface Target {
  readonly share: number;
  readonly limit: number;
  readonly bound: 'at least' | 'at most';
}

export const shareTile = (
  name: string,
  share: number,
  more: Pick<Tile, 'note'> & { readonly target?: Omit<Target, 'share'> } = {},
): Tile => ({
  name,
  value: percent(share),
  note: more.note,
  ...(more.target && { target: { ...more.target, share } }),
});

export const tilesOf = (tiles: readonly Tile[]): Html => html`
  <ul class="tiles" aria-label="Main figures">
    ${tiles.map(
      ({ name, value, note, target }) =>
        html`<li class="tile">
          <span>${name}</span><b>${value}</b><small>${target ? targetOf(target) : note}</small>
        </li>`,
    )}
  </ul>
`;

/** Said in words and by a sign, for a colour alone is not seen by everyone. */
function targetOf({ share, limit, bound }: Target): Content {
  const isMet = bound === 'at least' ? share >= limit : share <= limit;
  return html`<span class="${isMet ? 'met' : 'missed'}"
    >${isMet ? '✓' : '✗ misses'} target: ${bound} ${percent(limit)}</span
  >`;
}
