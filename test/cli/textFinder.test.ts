import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTextFinder } from '../../src/cli/textFinder';
import { asSaid } from '../../src/knowledge/spokenTexts';

const folder = mkdtempSync(join(tmpdir(), 'career-advisor-finder-'));
mkdirSync(join(folder, 'faq'));
writeFileSync(
  join(folder, 'a.yaml'),
  '# First\nfolded: >-\n  One\n  text.\nplain: Twice.\nwith: "To {role}"\n',
);
writeFileSync(join(folder, 'faq', 'b.yaml'), '- id: x\n  text: In a folder.\n- text: Twice.\n');
writeFileSync(join(folder, 'notes.md'), 'Not knowledge.\n');
afterAll(() => rmSync(folder, { recursive: true }));

describe('createTextFinder', () => {
  const find = createTextFinder(folder);

  it.each([
    ['One text.', 'a.yaml', 2],
    ['Twice.', 'a.yaml', 5],
    [asSaid('To {role}'), 'a.yaml', 6],
    ['In a folder.', join('faq', 'b.yaml'), 2],
  ])('finds "%s"', (text, file, line) => expect(find(text)).toEqual({ file, line }));

  it.each(['Not knowledge.', 'Nowhere.', 'plain'])(
    'places "%s", which is no text of it, in the folder',
    (text) => {
      expect(find(text)).toEqual({ file: folder, line: 1 });
    },
  );
});
