// `npm run evaluate -- --train F --test F` as a process: one line of JSON, or one line that says what is wrong.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bankTexts } from '../helpers/bankTexts';
import { buildCommands, type BuiltCommands } from './builtCommands';

let commands: BuiltCommands;
let folder: string;
beforeAll(() => {
  commands = buildCommands();
  folder = mkdtempSync(join(tmpdir(), 'evaluate-'));
});
afterAll(() => {
  commands.remove();
  rmSync(folder, { recursive: true });
});

const { train, test, outOfScope } = bankTexts();
function file(name: string, lines: readonly unknown[]): string {
  const path = join(folder, name);
  writeFileSync(
    path,
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  );
  return path;
}
const evaluate = (...args: string[]) => commands.run('cli/evaluate', { args });

describe('evaluate --train', () => {
  it('prints exactly one line of JSON, progress apart, and writes a report where it is told to', async () => {
    const report = join(folder, 'new', 'page.html');
    const { code, out, err } = await evaluate(
      ...['--train', file('train.jsonl', train), '--report', report],
      ...['--dev', file('dev.jsonl', [...test, ...outOfScope.slice(0, 5)])],
      ...['--test', file('test.jsonl', [...test, '', ...outOfScope.slice(5)])],
    );
    expect(code).toBe(0);
    expect(out).toMatch(/^\{[^\n]*\}\n$/);
    const figures = JSON.parse(out) as Record<string, number>;
    expect(Object.keys(figures)).toEqual(
      'accuracy inScope oosRecall auroc typo1 typo2 trainMs p50us p99us rssMb'.split(' '),
    );
    expect(figures.accuracy).toBeGreaterThan(0.8);
    expect(figures.p99us).toBeGreaterThanOrEqual(figures.p50us!);
    expect(figures.rssMb).toBeGreaterThan(10);
    expect(err).toMatch(/Training/);
    expect(readFileSync(report, 'utf8')).toMatch(/^<!doctype html>/);
  });

  it('gives null for what a test without "none" cannot tell, and writes no report unasked', async () => {
    const { code, out } = await evaluate(
      ...['--train', file('train.jsonl', train), '--test', file('test.jsonl', test)],
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ oosRecall: null, auroc: null });
    expect(existsSync(join(folder, 'reports'))).toBe(false);
  });

  it.each<[string, readonly unknown[], RegExp]>([
    ['no JSON', [train[0], '{"text":'], /bad\.jsonl:2: .*JSON\n$/],
    ['no intent', [train[0], '', { text: 'hello' }], /bad\.jsonl:3: "intent"/],
    ['an empty text', [{ text: '', intent: 'x' }], /bad\.jsonl:1: "text"/],
    ['no line at all', [], /bad\.jsonl holds no line/],
    ['nothing in scope', outOfScope, /bad\.jsonl holds only lines of intent "none"/],
  ])('says in one line that a file has %s', async (_name, lines, message) => {
    const { code, out, err } = await evaluate(
      ...['--train', file('bad.jsonl', lines), '--test', file('test.jsonl', test)],
    );
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(message);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  it('says in one line that a file is not there', async () => {
    const { code, err } = await evaluate(
      '--train',
      file('train.jsonl', train),
      '--test',
      join(folder, 'gone'),
    );
    expect(code).toBe(1);
    expect(err).toMatch(/^\S*gone cannot be read: .*\n$/);
  });

  it('asks for both files', async () => {
    const { code, err } = await evaluate('--train', file('train.jsonl', train));
    expect({ code, err }).toEqual({ code: 1, err: 'give both --train and --test\n' });
  });
});
