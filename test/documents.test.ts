// The documents say what is so: their tables are held against the code they describe.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import * as schema from '../src/knowledge/schema';

const read = (...path: string[]): string => readFileSync(join(__dirname, '..', ...path), 'utf8');

/** The first column of every Markdown table row whose cell holds code. */
const codeCells = (markdown: string): string[] =>
  [...markdown.matchAll(/^\| (`[^|]+`[^|]*) \|/gm)].flatMap(([, cell]) =>
    [...cell!.matchAll(/`([^`]+)`/g)].map(([, code]) => code!),
  );

describe('README.md', () => {
  it('lists exactly the scripts of package.json', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const commands = codeCells(read('README.md')).filter((code) => code.startsWith('npm '));
    const listed = commands.map((command) => command.replace(/^npm (run )?/, ''));
    expect(listed.sort()).toEqual(Object.keys(scripts).sort());
  });

  it('explains every attribute of the line that puts the chat on a page', () => {
    const source = read('src', 'widget', 'settings.ts');
    const [, names] = /const \{ ([\w, ]+) \} = attributes;/.exec(source)!;
    const attributes = names!
      .split(', ')
      // Also spelled as in American English.
      .filter((name) => name !== 'color')
      .map((name) => `data-${name}`);
    const listed = codeCells(read('README.md')).filter((code) => code.startsWith('data-'));
    expect(listed.sort()).toEqual(attributes.sort());
  });
});

describe('knowledge/README.md', () => {
  const fields = new Set(codeCells(read('knowledge', 'README.md')));
  const keysOf = (file: z.ZodArray<z.ZodObject>): string[] => Object.keys(file.element.shape);

  it('explains every field of an FAQ entry', () => {
    expect(keysOf(schema.faqFile).filter((field) => !fields.has(field))).toEqual([]);
  });

  it('explains every field of a fact', () => {
    const keys = Object.keys(schema.factsFile.valueType.shape);
    expect(keys.filter((field) => !fields.has(field))).toEqual([]);
  });

  it('explains every field of the guided advice, of the roles and of the result', () => {
    const stage = schema.questionnaireFile.shape.stages.element.shape;
    const question = stage.questions.element.shape;
    const keys = [
      ...Object.keys(stage).filter((key) => key !== 'questions'),
      ...Object.keys(question),
      ...Object.keys(schema.optionFields.shape),
      ...keysOf(schema.rolesFile),
      ...Object.keys(schema.resultFile.shape),
    ].filter((key) => key !== 'id');
    expect(keys.filter((field) => !fields.has(field))).toEqual([]);
  });

  it('names every file of the folder', () => {
    const files = readdirSync(join(__dirname, '..', 'knowledge')).filter((name) => name.endsWith('.yaml'));
    expect([...files, 'faq/*.yaml'].filter((name) => !fields.has(name))).toEqual([]);
  });
});

describe('docs/teams.md', () => {
  it('names tests that exist', () => {
    const tests = ['teams.test.ts', join('hosting', 'careerBot.test.ts')]
      .map((name) => read('test', name))
      .join('\n');
    const rows = read('docs', 'teams.md')
      .match(/^\| .*\|$/gm)!
      .slice(2);
    const named = rows.map((row) => /`([^`]+)` +\|$/.exec(row)?.[1] ?? `none in: ${row}`);
    expect(named.length).toBeGreaterThan(10);
    // What stands for a value in the title of a test is left out.
    const titles = [...tests.matchAll(/(['"])((?:(?!\1).)+)\1/g)].map(([, , title]) =>
      title!.replaceAll('\\', ''),
    );
    const isThere = (name: string) =>
      titles.some(
        (title) =>
          title === name ||
          new RegExp(`^${title.replaceAll(/[.*+?^$()|[\]\\]/g, '.').replaceAll('%s', '.+')}$`).test(name),
      );
    expect(named.filter((name) => !isThere(name))).toEqual([]);
  });
});

describe('the threats in DESIGN.md', () => {
  const [, section] = /^## Threats\n([\s\S]+?)^## /m.exec(read('DESIGN.md'))!;
  const rows = section!.match(/^\| .*\|$/gm)!.slice(2);

  it('each have a test, and one that exists', () => {
    expect(rows.length).toBeGreaterThan(20);
    const faults = rows.flatMap((row) => {
      const named = [...row.matchAll(/`([\w/]+\.test\.ts) › ([^`]+)`/g)];
      if (named.length === 0) return [`no test: ${row}`];
      return named
        .filter(([, file, title]) => !read('test', file!).includes(title!))
        .map(([, file, title]) => `${file} has no "${title}"`);
    });
    expect(faults).toEqual([]);
  });

  it('name files that exist', () => {
    const sources = readdirSync(join(__dirname, '..', 'src'), { recursive: true, encoding: 'utf8' });
    const named = rows.flatMap((row) =>
      [...row.split('|')[2]!.matchAll(/`(\w+\.ts)`/g)].map(([, file]) => file!),
    );
    expect(named.filter((file) => !sources.some((source) => `/${source}`.endsWith(`/${file}`)))).toEqual([]);
  });
});
