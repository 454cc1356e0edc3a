// Microsoft's Agents Playground as a process: a page that behaves as Teams does, and the connector behind it.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import manifest from '../../../scripts/playground/package.json';
import { fetchRegistryFolder } from './registryFolder';

const NAME = '@microsoft/m365agentsplayground';
const VERSION = manifest.dependencies[NAME];
const LOCK = join(__dirname, '..', '..', '..', 'scripts', 'playground');

/** What the bot is called there, and mentioned by. */
export const BOT_NAME = 'Career Advisor';
/** Who sits at the page. */
export const PEOPLE = ['Alex Wilber', 'Megan Bowen'] as const;

/** Under which id the bot meets a person. */
export const idOf = (name: string): string => name.toLowerCase().replace(' ', '-');

export interface PlaygroundProcess {
  /** Where the page is, `http://127.0.0.1:port`. */
  readonly url: string;
  /** Ends it. */
  close(): Promise<void>;
}

/**
 * Starts it on a free port. Each has a personal chat of its own; the group chat and the team are the same in all.
 * @param botUrl `http://127.0.0.1:port`
 * @throws Error where it is not there and the npm registry cannot be reached
 */
export async function startPlayground(
  botUrl: string,
  me: (typeof PEOPLE)[number] = PEOPLE[0],
): Promise<PlaygroundProcess> {
  const cli = join(fetchPlayground(), 'node_modules', NAME, 'cli.js');
  // It reads its settings where it runs, and leaves a log there.
  const folder = mkdtempSync(join(tmpdir(), 'advisor-playground-'));
  writeFileSync(join(folder, '.m365agentsplayground.yml'), JSON.stringify(settings(me)));
  const endpoint = ['-e', `${botUrl}/api/messages`, '-c', 'msteams', '-p', '0', '--disable-telemetry'];
  const child = spawn(process.execPath, [cli, 'start', ...endpoint], {
    cwd: folder,
    // It would open the browser of whoever runs the tests.
    env: { PATH: process.env.PATH, TEAMSAPPTESTER_BROWSER: 'none' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  const close = async (): Promise<void> => {
    child.kill('SIGKILL');
    await closed;
    rmSync(folder, { recursive: true, force: true });
  };
  let log = '';
  const port = await new Promise<string | undefined>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      log += chunk.toString();
      const found = /Listening on (\d+)/.exec(log)?.[1];
      if (found) resolve(found);
    });
    child.once('close', () => resolve(undefined));
  });
  if (port) return { url: `http://127.0.0.1:${port}`, close };
  await close();
  throw new Error(`the playground did not start: ${log}`);
}

function fetchPlayground(): string {
  try {
    return fetchRegistryFolder(`playground-${VERSION}`, LOCK);
  } catch (error) {
    throw new Error(
      `These tests need ${NAME} ${VERSION} of the npm registry, once; \`npx jest --selectProjects node\` runs the tests ` +
        `that do not. ${String(error)}`,
      { cause: error },
    );
  }
}

/** In YAML, of which JSON is a part; all of the fields must be there, and five people beside me. */
function settings(me: string): object {
  const person = (name: string) => {
    const id = idOf(name);
    return {
      id,
      name,
      userPrincipleName: `${id}@example.com`,
      aadObjectId: `aad-${id}`,
      givenName: name.split(' ')[0],
      surname: name.split(' ')[1],
      email: `${id}@example.com`,
    };
  };
  const others = [...PEOPLE, 'Adele Vance', 'Isaiah Langer', 'Patti Fernandez', 'Lynne Robbins'];
  return {
    version: '0.1.1',
    tenantId: 'tenant',
    bot: { id: 'bot', name: BOT_NAME },
    currentUser: person(me),
    users: others.filter((name) => name !== me).map(person),
    personalChat: { id: randomUUID() },
    groupChat: { id: 'group', name: 'Group Chat' },
    team: {
      id: 'team',
      name: 'My Team',
      aadGroupId: 'aad-team',
      channels: [{ id: 'announcements', name: 'Announcements' }],
    },
  };
}
