// The colours of the chat, light and dark; each pair of ink and ground has at least 4.5:1.
import { cssOf, legibleOn, readColour, textOn, type Rgb } from '../colour';

export interface Palette {
  readonly dark: boolean;
  /** Behind everything, and in bubbles of the bot. */
  readonly page: string;
  readonly bubble: string;
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly tint: string;
  /** The page's colour, and what can be read on it. */
  readonly accent: string;
  readonly onAccent: string;
  /** The page's colour as text, changed as much as it takes to be read on `page` and `bubble`. */
  readonly link: string;
}

const LIGHT = {
  page: '#f7f6f3',
  bubble: '#ffffff',
  ink: '#1d2530',
  soft: '#596372',
  line: '#dedbd2',
  tint: '#e9f1fa',
};
const DARK = {
  page: '#14181e',
  bubble: '#1f2630',
  ink: '#e8eaee',
  soft: '#a9b2bf',
  line: '#3a4350',
  tint: '#22344a',
};
/** The grounds that links stand on and that are hardest to read on: light `tint`, dark `tint`. */
const LIGHT_GROUND: Rgb = [233, 241, 250];
const DARK_GROUND: Rgb = [34, 52, 74];

/** @param colour any CSS colour; the default one where absent */
export function createPalette(colour: string | undefined, dark: boolean): Palette {
  const accent = readColour(colour);
  return {
    dark,
    ...(dark ? DARK : LIGHT),
    accent: cssOf(accent),
    onAccent: textOn(accent),
    link: cssOf(legibleOn(dark ? DARK_GROUND : LIGHT_GROUND, accent)),
  };
}
