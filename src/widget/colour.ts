// The accent colour of a page: any CSS colour as numbers, and what can be read on it.

import { ACCENT_COLOUR } from '../domain/accent';

/** Red, green, blue, 0..255 each. */
export type Rgb = readonly [number, number, number];

/** Asks the browser, which knows every way to write a colour; ACCENT_COLOUR for what is none. */
export function readColour(text = ACCENT_COLOUR): Rgb {
  const pixel = document.createElement('canvas').getContext('2d');
  if (!pixel) return [29, 95, 168];
  pixel.fillStyle = ACCENT_COLOUR;
  pixel.fillStyle = text;
  pixel.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = pixel.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

export const cssOf = ([red, green, blue]: Rgb): string => `rgb(${red}, ${green}, ${blue})`;

/** Black or white, whichever is easier to read on the colour. */
export const textOn = (colour: Rgb): '#000' | '#fff' =>
  contrast(colour, [0, 0, 0]) > contrast(colour, [255, 255, 255]) ? '#000' : '#fff';

/** Contrast ratio as WCAG defines it, 1..21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** The colour, as much nearer to black or white as it takes to be read as text on `ground` (4.5:1). */
export function legibleOn(ground: Rgb, colour: Rgb): Rgb {
  const goal = textOn(ground) === '#000' ? 0 : 255;
  for (let step = 0; step <= 10; step++) {
    const mixed = colour.map((part) => Math.round(part + ((goal - part) * step) / 10)) as unknown as Rgb;
    if (contrast(mixed, ground) >= 4.5) return mixed;
  }
  return [goal, goal, goal];
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
