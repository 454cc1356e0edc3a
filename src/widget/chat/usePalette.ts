// The palette of the theme that the page asks for, or that the person's system has; follows it as it changes.
import { useEffect, useMemo, useState } from 'react';
import type { Theme } from '../settings';
import { createPalette, type Palette } from './palette';

const NAMES = ['page', 'bubble', 'ink', 'soft', 'line', 'tint', 'accent', 'onAccent', 'link'] as const;

/** Also sets the palette as custom properties of the document, for the style sheet. */
export function usePalette(theme: Theme, colour: string | undefined): Palette {
  const [query] = useState(() => matchMedia('(prefers-color-scheme: dark)'));
  const [prefersDark, setPrefersDark] = useState(query.matches);
  useEffect(() => {
    const note = (): void => setPrefersDark(query.matches);
    query.addEventListener('change', note);
    return () => query.removeEventListener('change', note);
  }, [query]);
  const dark = theme === 'auto' ? prefersDark : theme === 'dark';
  const palette = useMemo(() => createPalette(colour, dark), [colour, dark]);
  useEffect(() => {
    const { style, dataset } = document.documentElement;
    dataset.theme = dark ? 'dark' : 'light';
    NAMES.forEach((name) => style.setProperty(`--${name}`, palette[name]));
    style.setProperty('color-scheme', dark ? 'dark' : 'light');
  }, [palette, dark]);
  return palette;
}
