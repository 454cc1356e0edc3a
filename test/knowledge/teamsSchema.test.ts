// The limits of Teams, as an author meets them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadKnowledge } from '../../src/knowledge/load';
import { teamsFile } from '../../src/knowledge/teamsSchema';
import { KnowledgeError } from '../../src/errors';
import { parseYamlFile } from '../../src/knowledge/yamlFile';
import { copyKnowledge } from '../helpers/knowledgeFolder';
import { KNOWLEDGE_DIR } from '../helpers/trainedModel';

const text = readFileSync(join(KNOWLEDGE_DIR, 'teams.yaml'), 'utf8');

/** The issues of the real file after a change, each as `path: message`. */
function issuesAfter(from: string | RegExp, to: string): string[] {
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${String(from)} changed nothing`);
  return parseYamlFile('teams.yaml', changed, teamsFile).issues.map(
    ({ path, message }) => `${path}: ${message}`,
  );
}

const COMMANDS = Array.from(
  { length: 6 },
  (_, at) => `  - title: More ${at}\n    description: More\n    scopes: [team]\n`,
).join('');

describe('teamsFile', () => {
  it.each<[string, string | RegExp, string, string]>([
    [
      'a name',
      'short: Career advisor',
      `short: ${'x'.repeat(31)}`,
      'name.short: shorten to at most 30 characters',
    ],
    [
      'a full name',
      /full: Career.*/,
      `full: ${'x'.repeat(101)}`,
      'name.full: shorten to at most 100 characters',
    ],
    [
      'a description',
      /short: Learn.*/,
      `short: ${'x'.repeat(81)}`,
      'description.short: shorten to at most 80 characters',
    ],
    [
      'a full description',
      'Could medical',
      'Could '.repeat(700),
      'description.full: shorten to at most 4000 characters',
    ],
    [
      'a command',
      'title: Help me choose',
      `title: ${'x'.repeat(33)}`,
      'commands.0.title: shorten to at most 32 characters',
    ],
    [
      'its description',
      'The work of a medical biller',
      'x'.repeat(129),
      'commands.1.description: shorten to at most 128 characters',
    ],
    [
      'two alike',
      'title: Forget me',
      'title: Help me choose',
      'commands.9.title: this stands here already; remove one',
    ],
    [
      'a scope that is none',
      '[personal]',
      '[channel]',
      'commands.8.scopes.0: write personal, team, groupChat',
    ],
    [
      'a value that nothing fills',
      'title: Help\n',
      'title: Help {name}\n',
      'commands.10.title: the {values} in this text must be: none',
    ],
    ['too many commands', /$/, COMMANDS, 'commands: 16 commands for team: Teams shows 12 at most'],
  ])('says what is wrong with %s', (_, from, to, issue) => expect(issuesAfter(from, to)).toContain(issue));

  it('takes as many characters as Teams does', () =>
    expect(issuesAfter('title: Help me choose', `title: ${'x'.repeat(32)}`)).toEqual([]));
});

describe('loadKnowledge', () => {
  it('names the line of a text that is too long for Teams', () => {
    const long = 'y'.repeat(40);
    const folder = copyKnowledge({
      'teams.yaml': (before) => before.replace('title: Help me choose', `title: ${long}`),
    });
    const line = folder.lineOf('teams.yaml', long);
    let failure: unknown;
    try {
      loadKnowledge(folder.path);
    } catch (error) {
      failure = error;
    }
    folder.remove();
    expect(failure).toBeInstanceOf(KnowledgeError);
    expect((failure as KnowledgeError).issues).toMatchObject([
      { file: 'teams.yaml', line, path: 'commands.0.title' },
    ]);
  });
});
