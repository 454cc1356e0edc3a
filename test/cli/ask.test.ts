// `npm run ask` as a process: the chat, and the JSON lines that others measure the bot by.
import type { TurnReport } from '../../src/domain/turnReport';
import { faqId } from '../helpers/builders';
import { realMatcher } from '../helpers/trainedModel';
import { buildCommands, type BuiltCommands } from './builtCommands';

let commands: BuiltCommands;
beforeAll(() => {
  commands = buildCommands();
});
afterAll(() => commands.remove());

interface Line extends TurnReport {
  readonly text: string;
  readonly conversation?: string;
  readonly reply: string;
  readonly error?: string;
}

async function answersTo(...lines: (string | { text: unknown; conversation?: string })[]) {
  const input = lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('');
  const { code, out, err } = await commands.run('cli/ask', { args: ['--jsonl'], input });
  const answers = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  return { code, err, answers };
}

describe('ask --jsonl', () => {
  it('answers every line in order, each conversation with its own context, and nothing beside it', async () => {
    const follow = 'and how much do they make?';
    const { code, err, answers } = await answersTo(
      { text: 'what does a coder do', conversation: 'a' },
      { text: 'what does a biller do', conversation: 'b' },
      '',
      { text: follow, conversation: 'a' },
      { text: follow, conversation: 'b' },
      { text: 'what does a coder do' },
      { text: follow },
      { text: '' },
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(answers.map(({ text, conversation }) => [text, conversation])).toEqual([
      ['what does a coder do', 'a'],
      ['what does a biller do', 'b'],
      [follow, 'a'],
      [follow, 'b'],
      ['what does a coder do', undefined],
      [follow, undefined],
      ['', undefined],
    ]);
    expect(answers.slice(0, 4).map(({ intents }) => intents)).toEqual([
      ['coding.duties'],
      ['billing.duties'],
      ['coding.pay'],
      ['billing.pay'],
    ]);
    // A line without conversation stands alone.
    expect(answers[5]!.intents).not.toEqual(['coding.pay']);
    expect(answers[6]).toMatchObject({ decision: 'fallback', intents: [], candidates: [] });
  });

  it('gives what was decided, how surely, between what, and the words of the reply', async () => {
    const { answers } = await answersTo(
      { text: 'what does a coder earn?' },
      { text: 'thanks' },
      { text: 'stop' },
    );
    const [answer, chat, command] = answers as [Line, Line, Line];
    expect(answer).toMatchObject({ decision: 'answer', intents: ['coding.pay'] });
    expect(answer.reply).toContain(realMatcher().knowledge.entries.get(faqId('coding.pay'))!.answer);
    expect(answer.candidates[0]!.intent).toBe('coding.pay');
    expect(chat).toMatchObject({ decision: 'chat', intents: ['chat.thanks'] });
    expect(command).toMatchObject({ decision: 'command', intents: ['advice.cancel'] });
    for (const { confidence, candidates } of answers) {
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
      expect(candidates.length).toBeLessThanOrEqual(5);
      expect(candidates.map((each) => each.confidence)).toEqual(
        candidates.map((each) => each.confidence).sort((one, other) => other - one),
      );
    }
  });

  it('says which line it could not read, answers the others, and exits 1', async () => {
    const { code, answers } = await answersTo(
      'not JSON',
      { text: 'what does a coder earn?' },
      { text: 7 },
      '[]',
      { text: 'thanks', conversation: '' },
      { text: 'thanks' },
    );
    expect(code).toBe(1);
    expect(answers.map(({ error, intents }) => error?.slice(0, 7) ?? intents)).toEqual([
      'line 1:',
      ['coding.pay'],
      'line 3:',
      'line 4:',
      'line 5:',
      ['chat.thanks'],
    ]);
  });
});

describe('ask', () => {
  const { knowledge } = realMatcher();
  const duties = knowledge.entries.get(faqId('coding.duties'))!;

  it('chats until "exit"', async () => {
    const { code, out, err } = await commands.run('cli/ask', {
      input: 'what does a coder do\nexit\nthanks\n',
    });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(duties.answer);
    expect(out).not.toContain(knowledge.chat.get('chat.thanks')!.answer);
  });

  it('ends with its input, and explains what it decided when asked to', async () => {
    const { code, out } = await commands.run('cli/ask', {
      args: ['--explain'],
      input: 'what does a coder do\n',
    });
    expect(code).toBe(0);
    expect(out).toMatch(/\[\{"decision":"answer","intents":\["coding\.duties"\]/);
  });

  it('tells with --help how it is used', async () => {
    const { code, out, err } = await commands.run('cli/ask', { args: ['--help'] });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/--explain[^]*--jsonl/);
  });

  it.each([['--jsonlines'], ['what does a coder do']])(
    'refuses "%s" in one line, without a stack',
    async (arg) => {
      const { code, out, err } = await commands.run('cli/ask', { args: [arg] });
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toContain(arg);
      expect(err).toMatch(/--help/);
      expect(err).not.toMatch(/^\s+at /m);
    },
  );

  it('names the mistakes in the knowledge instead of starting', async () => {
    const KNOWLEDGE_DIR = commands.knowledgeWith({
      'roles.yaml': (text) => text.replace('id: coding', 'id: codign'),
    });
    const { code, out, err } = await commands.run('cli/ask', { env: { KNOWLEDGE_DIR } });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^roles\.yaml:\d+ 1\.id: .*\n$/);
  });
});
