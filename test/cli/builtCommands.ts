// The commands as a person starts them: real processes of the compiled sources, in a folder of their own.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { KNOWLEDGE_DIR, MODEL_FILE } from '../helpers/trainedModel';

// A process that reads the whole knowledge takes a second, and several where the machine is busy.
jest.setTimeout(60_000);

const PROJECT = resolve(__dirname, '..', '..');
/** Bundled, never loaded by Node. */
const BROWSER = join('src', 'widget');

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Started {
  readonly child: ChildProcess;
  /** Resolves to all of stdout once it matches. */
  printed(pattern: RegExp): Promise<string>;
  readonly ended: Promise<Ended>;
}

export interface BuiltCommands {
  /** Starts `dist/src/<name>.js`; `input` is all of its stdin. */
  start(name: string, options?: RunOptions): Started;
  run(name: string, options?: RunOptions): Promise<Ended>;
  /** Runs a script as if it stood in dist/src. */
  runScript(source: string): Promise<Ended>;
  /** A copy of the real knowledge, with these files changed. */
  knowledgeWith(changes: Readonly<Record<string, (text: string) => string>>): string;
  /** Where they keep their data, unless they are told otherwise. */
  readonly dataDir: string;
  remove(): void;
}

export interface RunOptions {
  readonly args?: readonly string[];
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export function buildCommands(): BuiltCommands {
  const folder = mkdtempSync(join(tmpdir(), 'advisor-cli-'));
  compile(['src', 'dialogs'], folder);
  copyFileSync(join(PROJECT, 'package.json'), join(folder, 'package.json'));
  const dataDir = join(folder, 'data');
  mkdirSync(dataDir);
  // Each process finds the trained matcher there, and so need not train it.
  copyFileSync(MODEL_FILE, join(dataDir, 'matcher.model'));
  const running = new Set<ChildProcess>();

  const start = (name: string, { args = [], input = '', env = {} }: RunOptions = {}): Started => {
    const child = spawn(process.execPath, [join(folder, 'src', `${name}.js`), ...args], {
      cwd: folder,
      env: {
        PATH: process.env.PATH,
        NODE_PATH: join(PROJECT, 'node_modules'),
        KNOWLEDGE_DIR,
        DATA_DIR: dataDir,
        PORT: '0',
        ...env,
      },
    });
    running.add(child);
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    // A process that ends before it has read its input is no failure of the test.
    child.stdin.on('error', () => undefined).end(input);
    const ended = once(child, 'close').then(([code]): Ended => {
      running.delete(child);
      return { code: code as number | null, out, err };
    });
    const printed = async (pattern: RegExp): Promise<string> => {
      while (!pattern.test(out)) {
        const isOver = await Promise.race([
          once(child.stdout, 'data').then(() => false),
          ended.then(() => true),
        ]);
        if (isOver && !pattern.test(out)) throw new Error(`ended without printing ${pattern}: ${out}${err}`);
      }
      return out;
    };
    return { child, printed, ended };
  };

  return {
    start,
    dataDir,
    run: (name, options) => start(name, options).ended,
    runScript(source) {
      writeFileSync(join(folder, 'src', 'script.js'), source);
      return start('script').ended;
    },
    knowledgeWith(changes) {
      const copy = mkdtempSync(join(folder, 'knowledge-'));
      cpSync(KNOWLEDGE_DIR, copy, { recursive: true });
      for (const [file, change] of Object.entries(changes)) {
        writeFileSync(join(copy, file), change(readFileSync(join(copy, file), 'utf8')));
      }
      return copy;
    },
    remove() {
      running.forEach((child) => child.kill('SIGKILL'));
      rmSync(folder, { recursive: true });
    },
  };
}

/** Types are checked elsewhere; here they are only taken off. Data that the code imports comes along as it is. */
function compile(rooms: readonly string[], target: string): void {
  const files = rooms
    .flatMap((room) =>
      readdirSync(join(PROJECT, room), { recursive: true, encoding: 'utf8' }).map((name) => join(room, name)),
    )
    .filter((file) => !file.startsWith(BROWSER));
  buildSync({
    absWorkingDir: PROJECT,
    entryPoints: files.filter((file) => file.endsWith('.ts')),
    outdir: target,
    outbase: PROJECT,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  });
  for (const file of files.filter((name) => name.endsWith('.json')))
    copyFileSync(join(PROJECT, file), join(target, file));
}
