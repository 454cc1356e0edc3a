// The trained matcher between starts: when it is read, when it is trained anew, and what is left on the disk.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KnowledgeBase } from '../src/domain/knowledgeBase';
import { loadModel } from '../src/modelFile';
import { aChat, aKnowledgeBase, anEntry } from './helpers/builders';

const small = (version: string): KnowledgeBase =>
  aKnowledgeBase({
    version,
    entries: [
      anEntry('billing.pay', { variants: ['what does a biller earn', 'pay of a biller', 'billing salary'] }),
      anEntry('coding.duties', { variants: ['what does a coder do', 'tasks of a coder', 'work in coding'] }),
    ],
    chat: [aChat('chat.greeting', ['hello', 'hi there', 'good morning'])],
    background: [{ id: 'weather', utterances: ['will it rain', 'is it sunny', 'how cold is it'] }],
  });

let folder: string;
let file: string;
let trainings: number;
const load = (version = 'one', { keep } = { keep: true }): ReturnType<typeof loadModel> =>
  loadModel(small(version), keep ? file : undefined, () => (trainings += 1));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'advisor-model-'));
  file = join(folder, 'deep', 'data', 'matcher.model');
  trainings = 0;
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('loadModel', () => {
  it('trains once, and reads the same model from the file from then on', () => {
    const trained = load();
    expect(trained.knowledgeVersion).toBe('one');
    expect(load()).toEqual(trained);
    expect(trainings).toBe(1);
  });

  it('makes the folder, and leaves nothing in it but the model', () => {
    load();
    expect(readdirSync(join(folder, 'deep', 'data'))).toEqual(['matcher.model']);
  });

  it('trains anew, and keeps that, when the knowledge has changed', () => {
    load('one');
    expect(load('two').knowledgeVersion).toBe('two');
    load('two');
    expect(trainings).toBe(2);
  });

  it.each<[string, (whole: Buffer) => Buffer]>([
    ['empty', () => Buffer.alloc(0)],
    ['cut short', (whole) => whole.subarray(0, whole.length - 1)],
    ['too long', (whole) => Buffer.concat([whole, Buffer.alloc(4)])],
    ['something else', () => Buffer.from('<html>not found</html>')],
    [
      'of another format',
      (whole) => Buffer.from(whole.toString('latin1').replace('"format":', '"format":9'), 'latin1'),
    ],
  ])('trains anew, and mends the file, when it is %s', (_, broken) => {
    const trained = load();
    writeFileSync(file, broken(readFileSync(file)));
    expect(load()).toEqual(trained);
    expect(load()).toEqual(trained);
    expect(trainings).toBe(2);
  });

  it('writes no file where none is named', () => {
    expect(load('one', { keep: false }).knowledgeVersion).toBe('one');
    load('one', { keep: false });
    expect(trainings).toBe(2);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('throws what the disk says when the model cannot be kept', () => {
    mkdirSync(file, { recursive: true });
    expect(() => load()).toThrow(/EISDIR|EEXIST|ENOTEMPTY/);
  });
});
