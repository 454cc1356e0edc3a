// What the bot sends while a channel's connector cannot take it, over real HTTP: tried again, once taken never again.
import type { TurnContext } from 'botbuilder';
import { aDirectMessage, aMessage, repliesIn, startBot, type BotOptions } from '../helpers/httpBot';
import { startConnector, type Connector, type ConnectorAnswer } from '../helpers/httpConnector';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function start(options: BotOptions, ...answers: ConnectorAnswer[]) {
  const connector = await startConnector(...answers);
  closing.push(() => connector.close());
  const bot = await startBot({ firstRetryMs: 1, ...options });
  closing.push(() => bot.close());
  const log = (): string => bot.log.join();
  return { connector, bot, log, say: () => bot.post(aMessage({ serviceUrl: connector.url })) };
}

const statuses = ({ requests }: Connector): number[] => requests.map(({ status }) => status);
const textsTaken = ({ received, requests }: Connector): (string | undefined)[] =>
  received.filter((_, i) => requests[i]?.status === 200).map(({ text }) => text);

const sendTwoAndOne = async (context: TurnContext): Promise<void> => {
  await context.sendActivities([
    { type: 'message', text: 'one' },
    { type: 'message', text: 'two' },
  ]);
  await context.sendActivity('three');
};

describe('createConnectorRetry', () => {
  it.each([408, 412, 429, 500, 502, 503, 504])(
    'sends again after %d, and once taken no more',
    async (status) => {
      const { connector, log, say } = await start({}, status, status, 200);
      expect((await say()).status).toBe(200);
      expect(statuses(connector)).toEqual([status, status, 200]);
      expect(textsTaken(connector)).toEqual(['1: hello']);
      expect(log()).not.toContain('failed');
    },
  );

  it('tells of each further try, and of what was given up', async () => {
    const told: string[] = [];
    const onConnector = { onRetry: () => told.push('again'), onFailure: () => told.push('given up') };
    const { say } = await start({ onConnector }, 503, 'drop', 200, 404, 200);
    await say();
    expect(told).toEqual(['again', 'again']);
    await say();
    expect(told).toEqual(['again', 'again', 'given up']);
  });

  it('sends again after the connection broke', async () => {
    const { connector, say } = await start({}, 'drop', 200);
    await say();
    expect(textsTaken(connector)).toEqual(['1: hello']);
  });

  it.each([400, 401, 403, 404, 405, 413, 501])('takes %d as the last word', async (status) => {
    const { connector, log, say } = await start({}, status, 200);
    expect((await say()).status).toBe(200);
    expect(statuses(connector)).toEqual([status, 200]);
    // The second is the apology: the turn has failed.
    expect(textsTaken(connector)).toEqual(['sorry']);
    expect(log()).toContain(`"statusCode":${status}`);
  });

  it('repeats of several only the one that was refused, and keeps their order', async () => {
    const { connector, say } = await start({ turn: sendTwoAndOne }, 200, 502, 429, 200, 504, 200);
    await say();
    expect(connector.received.map(({ text }) => text)).toEqual([
      'one',
      'two',
      'two',
      'two',
      'three',
      'three',
    ]);
    expect(textsTaken(connector)).toEqual(['one', 'two', 'three']);
  });

  it('sends nothing of a turn after what could not be sent', async () => {
    const { connector, say } = await start({ turn: sendTwoAndOne }, 200, 403, 200);
    await say();
    expect(textsTaken(connector)).toEqual(['one', 'sorry']);
  });

  it('gives up after five tries, with the reason in the log', async () => {
    const { connector, log, say } = await start({}, 502);
    expect((await say()).status).toBe(200);
    expect(connector.received.map(({ text }) => text)).toEqual([
      ...Array<string>(5).fill('1: hello'),
      ...Array<string>(5).fill('sorry'),
    ]);
    expect(log()).toContain('"statusCode":502');
  });

  it('doubles the wait each time, less a random part of up to half', async () => {
    const { connector, say } = await start({ firstRetryMs: 40 }, 503, 503, 503, 200);
    await say();
    const waits = connector.requests.map(({ at }) => at).map((at, i, all) => at - (all[i - 1] ?? at));
    expect(waits[1]).toBeGreaterThanOrEqual(19);
    expect(waits[2]).toBeGreaterThanOrEqual(39);
    expect(waits[3]).toBeGreaterThanOrEqual(79);
  });

  it.each([
    ['seconds', '1', 990],
    // Its last second counts whole, so the wait is between one second and two.
    ['a date', () => new Date(Date.now() + 2000).toUTCString(), 990],
  ])('waits as long as the connector asks, in %s', async (_, retryAfter, atLeast) => {
    const asked = typeof retryAfter === 'string' ? retryAfter : retryAfter();
    const { connector, say } = await start({}, { status: 502, retryAfter: asked }, 200);
    await say();
    const [first, second] = connector.requests;
    expect(second!.at - first!.at).toBeGreaterThanOrEqual(atLeast);
    expect(textsTaken(connector)).toEqual(['1: hello']);
  });

  it('does not wait where the connector asks for more time than a reply has', async () => {
    const { connector, say } = await start({}, { status: 429, retryAfter: '16' }, 200);
    await say();
    expect(statuses(connector)).toEqual([429, 200]);
    expect(textsTaken(connector)).toEqual(['sorry']);
  });

  it('reads a Retry-After that means nothing as none', async () => {
    const { connector, say } = await start({}, { status: 429, retryAfter: 'soon' }, 200);
    await say();
    expect(textsTaken(connector)).toEqual(['1: hello']);
  });

  it('ends with the deadline, and sends nothing after it', async () => {
    const { connector, bot, log, say } = await start({ firstRetryMs: 100_000, remoteTimeoutMs: 60 }, 503);
    expect((await say()).status).toBe(200);
    expect(connector.received.map(({ text }) => text)).toEqual(['1: hello', 'sorry']);
    expect(log()).toContain('sending the reply took longer than 60 ms');
    expect(await repliesIn(await bot.post(aDirectMessage()))).toEqual(['2: hello']);
  });

  it('leaves off a try that nobody waits for any more', async () => {
    const { connector, say } = await start({ remoteTimeoutMs: 200, turn: sendTwoAndOne }, 0, 200);
    await say();
    // Were its answer still awaited, it would be tried again now.
    connector.release();
    await say();
    expect(textsTaken(connector)).toEqual(['sorry', 'one', 'two', 'three']);
  });

  it('covers what the bot changes and takes back', async () => {
    const { connector, log, say } = await start(
      {
        turn: async (context) => {
          const sent = await context.sendActivity('first');
          await context.updateActivity({ type: 'message', id: sent?.id, text: 'second' });
          await context.deleteActivity(sent?.id ?? '');
        },
      },
      ...[200, 502, 200, 412, 200],
    );
    await say();
    expect(connector.requests.map(({ method, status }) => `${method} ${status}`)).toEqual([
      'POST 200',
      'PUT 502',
      'PUT 200',
      'DELETE 412',
      'DELETE 200',
    ]);
    expect(log()).not.toContain('failed');
  });
});
