import { z } from 'zod';
import { parseYamlFile } from '../../src/knowledge/yamlFile';

const entries = z.array(
  z.strictObject({ id: z.string(), texts: z.array(z.string({ error: 'write a text' })) }),
);
const parse = (...lines: readonly string[]) => parseYamlFile('some.yaml', lines.join('\n'), entries);
const placesOf = (...lines: readonly string[]) =>
  parse(...lines).issues.map(({ line, path }) => `${line} ${path}`);

describe('parseYamlFile', () => {
  it('gives the value of a file without mistakes', () => {
    const { name, value, issues } = parse('- id: a', '  texts: [x]');
    expect({ name, value, issues }).toEqual({
      name: 'some.yaml',
      value: [{ id: 'a', texts: ['x'] }],
      issues: [],
    });
  });

  it('reports every mistake against the schema, where it stands', () => {
    const file = parse(
      '- id: a',
      '  texts:',
      '    - x',
      '    - 12',
      '- id: b',
      '  texts:',
      '    - "yes": no',
    );
    expect(file.value).toBeUndefined();
    expect(file.issues).toEqual([
      { file: 'some.yaml', line: 4, path: '0.texts.1', message: 'write a text' },
      { file: 'some.yaml', line: 7, path: '1.texts.0', message: 'write a text' },
    ]);
  });

  it('names the line of the nearest parent for a value that is not there', () => {
    expect(placesOf('- id: a', '  texts: []', '- id: b')).toEqual(['3 1.texts']);
  });

  it.each([
    ['a quote that is not closed', ['- id: "a', '  texts: [x]'], 'Missing closing'],
    ['a key that stands twice', ['- id: a', '  id: b', '  texts: [x]'], 'unique'],
    ['a text that starts with a sign', ['- id: a', '  texts:', '    - @x'], 'reserved'],
    ['a text that starts with *', ['- id: a', '  texts:', '    - *x'], '*x'],
  ])('tells that %s is no valid YAML', (_, lines, message) => {
    const { value, issues } = parse(...lines);
    expect(value).toBeUndefined();
    expect(issues.map((issue) => issue.message).join()).toMatch(/not valid YAML/);
    expect(issues[0]!.message).toContain(message);
  });

  it('tells the line of a mistake that stops the parser', () => {
    expect(placesOf('- id: a', '  texts:', '    - x', '    - *y')).toEqual(['4 ']);
  });

  it.each([[''], ['# only a comment'], ['   ']])('tells that the file %j holds nothing', (text) => {
    const [issue, ...others] = parse(text).issues;
    expect(issue?.line).toBe(1);
    expect(issue?.message).toContain('empty');
    expect(others).toEqual([]);
  });

  it('keeps names of object properties out of its value', () => {
    expect(placesOf('- id: a', '  texts: []', '  __proto__: {}')).toEqual(['1 0']);
    expect({}).not.toHaveProperty('texts');
  });
});
