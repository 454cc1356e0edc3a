import { DEFAULT_OUT, readTeamsAppArguments } from '../../src/cli/teamsAppArguments';
import { ConfigError } from '../../src/errors';

const ID = '11111111-2222-3333-4444-55555555abcd';
const DEFAULTS = { operator: undefined, version: '0.1.0' };

const read = (...args: string[]) => readTeamsAppArguments(args, DEFAULTS);
const withHost = (host: string) => read('--app-id', ID, '--host', host);

/** The lines that refuse these arguments. */
function mistakesOf(...args: string[]): string[] {
  try {
    read(...args);
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split('\n');
    throw error;
  }
  return [];
}

describe('readTeamsAppArguments', () => {
  it('reads id and host as Teams compares them', () => {
    const { settings, out } = read('--app-id', ` ${ID.toUpperCase()} `, '--host', 'Bot.Example.ORG')!;
    expect(settings).toMatchObject({
      appId: ID,
      host: 'bot.example.org',
      privacy: 'https://bot.example.org/privacy',
    });
    expect(out).toBe(DEFAULT_OUT);
  });

  it.each([
    '',
    ' ',
    'https://bot.example.org',
    'bot.example.org/bot',
    'bot.example.org:443',
    'localhost',
    '127.0.0.1',
  ])('refuses %j as host in one line', (host) =>
    expect(mistakesOf('--app-id', ID, '--host', host)).toEqual([
      expect.stringMatching(/^--host is ".*bot\.example\.org$/),
    ]),
  );

  it.each([
    '[::1]',
    '203.0.113.7',
    'bot',
    'bot-.example.org',
    'bot..example.org',
    'bot.example.org.',
    'bot example.org',
    `${'a'.repeat(64)}.org`,
  ])('refuses %s as host', (host) =>
    expect(mistakesOf('--app-id', ID, '--host', host).join()).toContain('--host is'),
  );

  it.each(['bot.example.org', 'a.b-c.d1.example', 'xn--bcher-kva.example', 'my-bot.azurewebsites.net'])(
    'takes %s as host',
    (host) => expect(withHost(host)?.settings.host).toBe(host),
  );

  it.each(['', 'x', ID.slice(1), `{${ID}}`, ID.replaceAll('-', '')])('refuses %j as id', (id) =>
    expect(mistakesOf('--app-id', id, '--host', 'bot.example.org')).toEqual([
      expect.stringMatching(/^--app-id is .* GUID$/),
    ]),
  );

  it('wants an id and a host', () =>
    expect(mistakesOf()).toEqual([
      expect.stringMatching(/^--app-id is missing/),
      expect.stringMatching(/^--host is missing/),
    ]));

  it.each([
    ['--developer', 'x'.repeat(33)],
    ['--developer', ''],
    ['--website', 'http://school.example/'],
    ['--privacy', 'school.example/privacy'],
    ['--terms', 'javascript:alert(1)'],
    ['--version', '1.2.3-preview'],
    ['--version', '01.2.3'],
    ['--out', ''],
    ['--out', 'test'],
  ])('refuses %s %j', (option, value) =>
    expect(mistakesOf('--app-id', ID, '--host', 'bot.example.org', option, value)).toEqual([
      expect.stringContaining(`${option} is ${JSON.stringify(value)}: give `),
    ]),
  );

  it('asks for a name where the operator has a long one, or none but a long host', () => {
    const args = ['--app-id', ID, '--host', 'bot.example.org'];
    const operator = 'x'.repeat(33);
    expect(() => readTeamsAppArguments(args, { ...DEFAULTS, operator })).toThrow(/^--developer is "x{33}"/);
    expect(mistakesOf('--app-id', ID, '--host', `${'a'.repeat(30)}.example.org`)).toEqual([
      expect.stringMatching(/^--developer is missing, and the host is no name/),
    ]);
  });

  it('does not take what it does not know', () => {
    expect(() => read('--appid', ID)).toThrow(/--appid/);
    expect(() => read(ID)).toThrow(ID);
    expect(() => read('--host')).toThrow(/--host/);
  });

  it('reads nothing where help is asked for', () => expect(read('--help', '--host', '?')).toBeUndefined());
});
