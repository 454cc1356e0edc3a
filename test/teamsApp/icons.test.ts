import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { ACCENT_COLOUR } from '../../src/domain/accent';
import { ICON_SIZES, iconIssue, iconRule, type IconName } from '../../src/teamsApp/icons';

type Rgba = readonly [number, number, number, number];

const WHITE: Rgba = [255, 255, 255, 255];
const NOTHING: Rgba = [0, 0, 0, 0];

/** A PNG of one colour, but for the pixel at 3,2. */
function aPng(size: number, colour: Rgba, odd: Rgba = colour): Buffer {
  const png = new PNG({ width: size, height: size });
  for (let at = 0; at < png.data.length; at += 4) png.data.set(colour, at);
  png.data.set(odd, 4 * (2 * size + 3));
  return PNG.sync.write(png);
}

describe('iconIssue', () => {
  it.each(Object.keys(ICON_SIZES) as IconName[])('finds nothing wrong with %s.png', (name) =>
    expect(iconIssue(name, readFileSync(`teams/${name}.png`))).toBeUndefined(),
  );

  it.each<[string, IconName, Buffer, string]>([
    ['another size', 'color', aPng(96, WHITE), 'it is 96x96'],
    [
      'a hole in the colour',
      'color',
      aPng(192, WHITE, [9, 9, 9, 254]),
      'it is not fully opaque at pixel 3,2',
    ],
    [
      'colour in the outline',
      'outline',
      aPng(32, NOTHING, [255, 255, 254, 9]),
      'it is not white on transparent at pixel 3,2',
    ],
    ['another file', 'outline', Buffer.from('GIF89a'), 'it is no PNG file'],
    ['a broken file', 'color', aPng(192, WHITE).subarray(0, 60), 'it is no PNG file'],
  ])('names %s', (_, name, content, issue) => expect(iconIssue(name, content)).toBe(issue));

  it('takes white that is half there, as at the edge of a curve', () =>
    expect(iconIssue('outline', aPng(32, NOTHING, [255, 255, 255, 128]))).toBeUndefined());

  it('says what it looks for', () => expect(iconRule('outline')).toBe('32x32, white on transparent'));
});

describe('the icons', () => {
  it('are filled with the colour of the chat to their corners, and hold a sign', () => {
    const { data, width } = PNG.sync.read(readFileSync('teams/color.png'));
    const colourAt = (x: number, y: number): string =>
      `#${data.subarray(4 * (y * width + x), 4 * (y * width + x) + 3).toString('hex')}`;
    expect([colourAt(0, 0), colourAt(191, 191)]).toEqual([ACCENT_COLOUR, ACCENT_COLOUR]);
    expect(colourAt(60, 92)).toBe('#ffffff');
  });

  it('have an outline that is neither empty nor full', () => {
    const { data } = PNG.sync.read(readFileSync('teams/outline.png'));
    const drawn = data.filter((_, at) => at % 4 === 3 && data[at] === 255).length;
    expect(drawn).toBeGreaterThan(50);
    expect(drawn).toBeLessThan(512);
  });
});
