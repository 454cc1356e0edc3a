import { createLogger, turnFields } from '../src/logging';

function aLog(): {
  readonly lines: Record<string, unknown>[];
  readonly logger: ReturnType<typeof createLogger>;
} {
  const lines: Record<string, unknown>[] = [];
  const write = (line: string): void => void lines.push(JSON.parse(line) as Record<string, unknown>);
  return { lines, logger: createLogger('info', { write }) };
}

describe('createLogger', () => {
  it('writes JSON lines from its level up, with an ISO time', () => {
    const { lines, logger } = aLog();
    logger.debug('no');
    logger.info({ turn: 't-1' }, 'yes');
    expect(lines).toEqual([
      { level: 30, time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string, turn: 't-1', msg: 'yes' },
    ]);
  });

  it('hides words and secrets that reach it by mistake', () => {
    const { lines, logger } = aLog();
    const activity = { text: 'my words', from: { id: 'u' } };
    logger.info(
      { text: 'my words', activity, context: { activity }, req: { headers: { authorization: 'my token' } } },
      'x',
    );
    logger.info({ config: { credentials: { password: 'my words' } } }, 'x');
    expect(JSON.stringify(lines)).not.toMatch(/my words|my token/);
  });

  it('says of an error what it is, not what it carries', () => {
    const { lines, logger } = aLog();
    const request = { body: 'my words', headers: { authorization: 'Bearer abc' } };
    const cause = Object.assign(new Error('connection lost'), { request });
    const err = Object.assign(new Error('send failed', { cause }), {
      code: 'EFAIL',
      statusCode: 403,
      request,
    });
    logger.error({ err }, 'x');
    expect(lines[0]?.err).toMatchObject({
      name: 'Error',
      message: 'send failed',
      code: 'EFAIL',
      statusCode: 403,
      stack: expect.stringContaining('logging.test') as string,
      cause: { message: 'connection lost' },
    });
    expect(JSON.stringify(lines)).not.toMatch(/my words|Bearer/);
  });

  it('does not repeat the answer of another server, which may repeat what we sent', () => {
    const { lines, logger } = aLog();
    const err = Object.assign(new Error('my words are forbidden'), {
      response: {},
      code: 'Forbidden',
      statusCode: 403,
    });
    logger.error({ err }, 'x');
    expect(lines[0]?.err).toMatchObject({ message: 'answered 403', code: 'Forbidden', statusCode: 403 });
    expect(JSON.stringify(lines)).not.toContain('my words');
    expect(JSON.stringify(lines)).toContain('logging.test');
  });

  it('does not print what was thrown when it is no Error', () => {
    const { lines, logger } = aLog();
    logger.error({ err: 'my words' }, 'x');
    expect(lines[0]?.err).toEqual({ message: 'thrown: string' });
  });
});

describe('turnFields', () => {
  it('names a turn by the ids of its channel and nothing a person wrote', () => {
    const activity = {
      type: 'message',
      id: 'a-1',
      channelId: 'msteams',
      text: 'my words',
      from: { id: 'u', name: 'Ann' },
    };
    expect(turnFields(activity)).toEqual({ turn: 'a-1', type: 'message', channel: 'msteams' });
  });
});
