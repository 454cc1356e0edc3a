// Typing notices in slow turns, over real HTTP to a connector.
import type { Activity } from 'botbuilder';
import { aDirectMessage, aMessage, repliesIn, startBot, type BotOptions } from '../helpers/httpBot';
import { startConnector, type Connector, type ConnectorAnswer } from '../helpers/httpConnector';
import { gate } from '../helpers/httpGate';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const QUICK = { afterMs: 1, everyMs: 1 };
const conversation = (id: string): Partial<Activity> => ({
  conversation: { id } as Activity['conversation'],
});

/** A bot whose turns do what `turn` says, until which `slow` passes the time: three notices in another conversation. */
async function start(turn: NonNullable<BotOptions['turn']>, ...answers: ConnectorAnswer[]) {
  const connector = await startConnector(...answers);
  closing.push(() => connector.close());
  const bot = await startBot({
    typing: QUICK,
    firstRetryMs: 1,
    turn: async (context, count) => {
      if (context.activity.conversation.id === 'pastime') await connector.arrived(3, 'typing', 'pastime');
      else await turn(context, count);
    },
  });
  closing.push(() => bot.close());
  const post = (changes: Partial<Activity> = {}): Promise<Response> =>
    bot.post(aMessage({ ...conversation('slow'), serviceUrl: connector.url, ...changes }));
  return { connector, bot, post, passTime: () => post(conversation('pastime')) };
}

const typesOf = ({ received }: Connector): (string | undefined)[] =>
  received.filter((one) => one.conversation?.id === 'slow').map(({ type }) => type);

describe('createTyping', () => {
  it.each(['message', 'messageUpdate', 'invoke'])(
    'shows that the bot is at work on a %s, again and again, and ends with the reply',
    async (type) => {
      const replied = gate();
      const end = gate();
      const { connector, post, passTime } = await start(async (context) => {
        await connector.arrived(3, 'typing', 'slow');
        await context.sendActivity('done');
        replied.open();
        await end.passed;
      });
      const answered = post({ type });
      await replied.passed;
      await passTime();
      const types = typesOf(connector);
      expect(types).toEqual([...types.slice(0, -1).map(() => 'typing'), 'message']);
      end.open();
      await answered;
      expect(typesOf(connector)).toEqual(types);
      expect(connector.received.find((one) => one.type === 'typing')).toMatchObject({
        from: { id: 'bot-1' },
        recipient: { id: 'user-1' },
      });
    },
  );

  it('ends with a turn that replies nothing', async () => {
    const { connector, post, passTime } = await start(() => connector.arrived(1, 'typing', 'slow'));
    await post();
    const types = typesOf(connector);
    await passTime();
    expect(typesOf(connector)).toEqual(types);
  });

  it('ends with a message that is changed', async () => {
    const { connector, post } = await start(async (context) => {
      await connector.arrived(1, 'typing', 'slow');
      await context.updateActivity({ type: 'message', id: 'card-1', text: 'done' });
      await passTime();
    });
    const passTime = () => post(conversation('pastime'));
    await post();
    expect(typesOf(connector).at(-1)).toBe('message');
  });

  it('goes on after a trace, which people do not see', async () => {
    const { connector, post } = await start(async (context) => {
      await context.sendTraceActivity('thinking');
      const before = typesOf(connector).length;
      await connector.arrived(before + 1, 'typing', 'slow');
      await context.sendActivity('done');
    });
    await post();
    expect(typesOf(connector)).toEqual(expect.arrayContaining(['trace', 'typing', 'message']));
  });

  it.each(['conversationUpdate', 'event', 'typing', 'messageReaction'])(
    'shows nothing on a %s, which nobody waits for',
    async (type) => {
      const { connector, post, passTime } = await start(async () => void (await passTime()));
      await post({ type });
      expect(typesOf(connector)).toEqual([]);
    },
  );

  it('shows nothing where the replies come back on the response', async () => {
    const { connector, bot, passTime } = await start(async (context) => {
      await passTime();
      await context.sendActivity('done');
    });
    const message = aDirectMessage({
      ...conversation('slow'),
      serviceUrl: connector.url,
    });
    expect(await repliesIn(await bot.post(message))).toEqual(['done']);
    expect(typesOf(connector)).toEqual([]);
  });

  it('shows nothing where the reply comes at once', async () => {
    const connector = await startConnector();
    const bot = await startBot();
    closing.push(
      () => connector.close(),
      () => bot.close(),
    );
    await bot.post(aMessage({ ...conversation('slow'), serviceUrl: connector.url }));
    expect(typesOf(connector)).toEqual(['message']);
  });

  it('does not let a notice that was refused hurt the turn', async () => {
    const { connector, bot, post } = await start(
      async (context) => {
        await connector.arrived(1, 'typing', 'slow');
        await context.sendActivity('done');
      },
      403,
      200,
    );
    expect((await post()).status).toBe(200);
    expect(typesOf(connector).at(-1)).toBe('message');
    expect(connector.textsOf('slow').at(-1)).toBe('done');
    expect(bot.resets).toEqual([]);
    expect(bot.log.join()).toContain('a typing notice was not sent');
  });

  it('lets a reply wait for a notice under way, but not for long', async () => {
    const { connector, bot, post } = await start(
      async (context) => {
        await connector.arrived(1, 'typing', 'slow');
        await context.sendActivity('done');
      },
      0,
      200,
    );
    await post();
    const [notice, reply] = connector.requests;
    expect(typesOf(connector)).toEqual(['typing', 'message']);
    expect(reply!.at - notice!.at).toBeGreaterThan(900);
    expect(bot.resets).toEqual([]);
  });
});
