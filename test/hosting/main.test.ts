// The process itself, started as Node starts it: what it prints, how it exits. Its app is the one of the tests.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';
import { aDirectMessage, repliesIn } from '../helpers/httpBot';

const build = mkdtempSync(join(tmpdir(), 'advisor-main-'));
const running = new Set<ChildProcess>();

/** An app whose turns do what the message says. */
const APP = `
const { KnowledgeError } = require('./errors');
const { createTestApp } = require('../test/helpers/httpApp');
exports.createApp = async (config, logger) => {
  if (config.knowledgeDir === 'broken') {
    throw new KnowledgeError([1, 2].map((line) => ({ file: 'a.yaml', line, path: 'entries.0', message: 'is wrong' })));
  }
  return createTestApp(config, logger, {
    turn: async (context) => {
      const { text } = context.activity;
      if (text === 'throw') setImmediate(() => { throw new Error('thrown on purpose'); });
      if (text === 'reject') void Promise.reject(new Error('rejected on purpose'));
      if (text === 'hold') { process.stdout.write('holding'); await new Promise(() => undefined); }
      await context.sendActivity('answer');
    },
  });
};`;

beforeAll(() => {
  const files = ['src/hosting', 'src/http', 'src/state', 'src/turns'].flatMap((folder) =>
    readdirSync(folder).map((name) => join(folder, name)),
  );
  const alone = [
    'src/main.ts',
    'src/errors.ts',
    'src/logging.ts',
    'src/domain/conversationKey.ts',
    'src/domain/limits.ts',
    'src/domain/storageError.ts',
    'src/domain/plainText.ts',
    'test/helpers/httpApp.ts',
  ];
  for (const file of [...files, ...alone]) {
    const target = join(build, file.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(target), { recursive: true });
    const compilerOptions = {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2023,
      esModuleInterop: true,
    };
    writeFileSync(target, ts.transpileModule(readFileSync(file, 'utf8'), { compilerOptions }).outputText);
  }
  writeFileSync(join(build, 'src/app.js'), APP);
});
afterEach(() => running.forEach((child) => child.kill('SIGKILL')));
afterAll(() => rmSync(build, { recursive: true }));

interface Run {
  readonly cwd: string;
  readonly child: ChildProcess;
  readonly out: () => string;
  /** Resolves when stdout holds `text`. */
  printed(text: string): Promise<void>;
  /** The exit code, once both streams have ended. */
  readonly exit: Promise<number | null>;
  readonly err: () => string;
}

/** Starts main.js in a folder of its own, with these variables and, if given, this .env. */
function start(env: Record<string, string> = {}, dotEnv?: string): Run {
  const cwd = mkdtempSync(join(build, 'run-'));
  if (dotEnv !== undefined) writeFileSync(join(cwd, '.env'), dotEnv);
  const child = spawn(process.execPath, [join(build, 'src/main.js')], {
    cwd,
    env: { PATH: process.env.PATH, NODE_PATH: resolve('node_modules'), PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const exit = once(child, 'close').then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  const printed = async (text: string): Promise<void> => {
    while (!out.includes(text)) {
      const ended = await Promise.race([once(child.stdout, 'data').then(() => false), exit.then(() => true)]);
      if (ended && !out.includes(text)) throw new Error(`ended without printing "${text}": ${out}${err}`);
    }
  };
  return { cwd, child, out: () => out, err: () => err, printed, exit };
}

async function listening(run: Run): Promise<string> {
  await run.printed('listens on');
  return /listens on (http:\/\/[\w.:]+\d)/.exec(run.out())?.[1] ?? 'no address';
}

const say = (url: string, text: string): Promise<Response> =>
  fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...aDirectMessage({ text }), serviceUrl: undefined }),
  });

describe('main', () => {
  it('prints one friendly line, answers, and exits 0 on SIGTERM', async () => {
    const run = start();
    const url = await listening(run);
    expect(run.out()).toMatch(
      /^The career advisor listens on http:\/\/127\.0\.0\.1:\d+\. Open .*Emulator.*\n$/,
    );
    expect(await repliesIn(await say(url, 'hello'))).toEqual(['answer']);
    run.child.kill('SIGTERM');
    expect(await run.exit).toBe(0);
    expect(run.err()).toBe('');
  });

  it('reads .env, but the real environment wins', async () => {
    const run = start({ HOST: '127.0.0.1' }, 'HOST=256.0.0.1\nDATA_DIR=from-env-file\n');
    await listening(run);
    expect(readdirSync(run.cwd)).toContain('from-env-file');
    run.child.kill('SIGINT');
    expect(await run.exit).toBe(0);
  });

  it('exits at once on the second signal, though a turn still runs', async () => {
    const run = start();
    void say(await listening(run), 'hold').catch(() => undefined);
    await run.printed('holding');
    run.child.kill('SIGTERM');
    run.child.kill('SIGINT');
    expect(await run.exit).toBe(1);
  });

  it.each(['throw', 'reject'])(
    'closes, logs and exits 1 after an error that nobody caught (%s)',
    async (text) => {
      const run = start();
      await say(await listening(run), text).catch(() => undefined);
      expect(await run.exit).toBe(1);
      const fatal = run.out().trim().split('\n').at(-1) ?? '';
      expect(JSON.parse(fatal)).toMatchObject({
        level: 60,
        err: { message: expect.stringMatching(/on purpose$/) as string },
      });
    },
  );

  it.each<[string, Record<string, string>, RegExp]>([
    ['a wrong setting', { PORT: 'x' }, /^PORT is "x".*\n$/],
    ['a folder that cannot be', { DATA_DIR: '/dev/null/data' }, /^DATA_DIR is "\/dev\/null\/data".*\n$/],
    [
      'broken knowledge',
      { KNOWLEDGE_DIR: 'broken' },
      /^a\.yaml:1 entries\.0: is wrong\na\.yaml:2 entries\.0: is wrong\n$/,
    ],
    [
      'a host that is not ours',
      { HOST: '203.0.113.1', ALLOW_ANONYMOUS: 'true' },
      /^HOST and PORT cannot be used.*\n$/,
    ],
  ])('says on stderr what is wrong, without a stack, and exits 1: %s', async (_, env, message) => {
    const run = start(env);
    expect(await run.exit).toBe(1);
    expect(run.err()).toMatch(message);
    expect(run.out()).toBe('');
  });

  it('says that the port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const run = start({ PORT: String(port) });
    expect(await run.exit).toBe(1);
    expect(run.err()).toBe(
      `PORT ${port} is in use on 127.0.0.1: stop what listens there, or set another PORT\n`,
    );
    other.close();
  });
});
