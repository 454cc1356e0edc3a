// `npm run teams:package` as an operator runs it: a real process, and the zip that it leaves.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { iconIssue } from '../../src/teamsApp/icons';
import { manifestIssues, type Manifest } from '../../src/teamsApp/manifest';

jest.setTimeout(60_000);

const ID = '11111111-2222-3333-4444-555555555555';
const GIVEN = ['--app-id', ID, '--host', 'bot.example.org'];

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'advisor-teams-'))));
afterEach(() => rmSync(folder, { recursive: true }));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

async function run(args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  const child = spawn(process.execPath, ['--require', 'tsx/cjs', 'src/cli/packageTeamsApp.ts', ...args], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, err };
}

/** What each file in the package holds. */
function filesIn(archive: string): Record<string, Buffer> {
  const files = Object.entries(unzipSync(readFileSync(archive)));
  return Object.fromEntries(files.map(([name, content]) => [name, Buffer.from(content)]));
}

describe('packageTeamsApp', () => {
  it('writes a package that Teams can take, and the same one wherever the clock stands', async () => {
    const [here, there] = ['here.zip', 'there.zip'].map((name) => join(folder, name)) as [string, string];
    const { code, out, err } = await run([...GIVEN, '--out', here], { TZ: 'Pacific/Honolulu' });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^manifest\.json: valid against schema v1\.30 of Teams, \d+\.\d KB$/),
      expect.stringMatching(/^color\.png: 192x192, fully opaque, \d+\.\d KB$/),
      expect.stringMatching(/^outline\.png: 32x32, white on transparent, \d+\.\d KB$/),
      expect.stringContaining(ID),
      expect.stringContaining(`Written: ${here}, `),
    ]);

    const files = filesIn(here);
    expect(Object.keys(files)).toEqual(['manifest.json', 'color.png', 'outline.png']);
    const manifest = JSON.parse(files['manifest.json']!.toString()) as Manifest;
    expect(await manifestIssues(manifest)).toEqual([]);
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(manifest).toMatchObject({
      id: ID,
      version,
      developer: { name: 'bot.example.org', privacyUrl: 'https://bot.example.org/privacy' },
      bots: [{ botId: ID }],
    });
    expect(iconIssue('color', files[manifest.icons.color]!)).toBeUndefined();
    expect(iconIssue('outline', files[manifest.icons.outline]!)).toBeUndefined();

    await run([...GIVEN, '--out', there], { TZ: 'Pacific/Kiritimati' });
    expect(readFileSync(there).equals(readFileSync(here))).toBe(true);
  });

  it('takes who runs the bot from the settings', async () => {
    const archive = join(folder, 'app.zip');
    await run([...GIVEN, '--out', archive], { OPERATOR_NAME: 'Sample College' });
    const { developer } = JSON.parse(filesIn(archive)['manifest.json']!.toString()) as Manifest;
    expect(developer.name).toBe('Sample College');
  });

  it('says how it is used', async () => {
    const { code, out, err } = await run(['--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const options = ['app-id', 'host', 'out', 'developer', 'website', 'privacy', 'terms', 'version'];
    for (const option of options) expect(out).toContain(`--${option} `);
  });

  it('names each mistake in a line of its own, and writes nothing', async () => {
    const out = join(folder, 'nowhere', 'app.zip');
    const {
      code,
      out: said,
      err,
    } = await run(['--app-id', 'career-advisor', '--version', '1.2', '--out', out]);
    expect({ code, said }).toEqual({ code: 1, said: '' });
    expect(err.trimEnd().split('\n')).toEqual([
      '--app-id is "career-advisor": give the application (client) id of the bot, a GUID',
      '--host is missing: give the name people reach the bot at, as bot.example.org',
      '--version is "1.2": give three numbers, as 1.2.0',
      `--out is ${JSON.stringify(out)}: give a file in a folder that is there`,
    ]);
    expect(readdirSync(folder)).toEqual([]);
  });
});
