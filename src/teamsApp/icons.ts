// The two icons of the app, and what Teams demands of them.
import { PNG } from 'pngjs';

/** Pixels of each side. */
export const ICON_SIZES = { color: 192, outline: 32 } as const;
export type IconName = keyof typeof ICON_SIZES;

/** Of a pixel: red, green, blue and alpha, 0..255 each. */
type Rgba = readonly [number, number, number, number];

/** What must hold of every pixel, in words and as a check. */
const RULES: Readonly<
  Record<IconName, { readonly says: string; readonly allows: (pixel: Rgba) => boolean }>
> = {
  // Teams cuts its shape out of the whole square.
  color: { says: 'fully opaque', allows: ([, , , alpha]) => alpha === 255 },
  outline: {
    says: 'white on transparent',
    allows: ([red, green, blue, alpha]) => alpha === 0 || (red === 255 && green === 255 && blue === 255),
  },
};

/** As in "192x192, fully opaque". */
export const iconRule = (name: IconName): string =>
  `${ICON_SIZES[name]}x${ICON_SIZES[name]}, ${RULES[name].says}`;

/** What is wrong with the PNG file `content`; undefined where nothing. */
export function iconIssue(name: IconName, content: Buffer): string | undefined {
  const image = parse(content);
  if (!image) return 'it is no PNG file';
  const size = ICON_SIZES[name];
  if (image.width !== size || image.height !== size) return `it is ${image.width}x${image.height}`;
  const { says, allows } = RULES[name];
  for (let at = 0; at < image.data.length; at += 4) {
    const pixel = [...image.data.subarray(at, at + 4)] as unknown as Rgba;
    if (!allows(pixel)) {
      const number = at / 4;
      return `it is not ${says} at pixel ${number % size},${Math.floor(number / size)}`;
    }
  }
  return undefined;
}

function parse(content: Buffer): PNG | undefined {
  try {
    return PNG.sync.read(content);
  } catch {
    return undefined;
  }
}
