// Teams on loopback, as far as a bot sees it: people in chats and channels, what they do, and the messages as they stand.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Activity } from 'botbuilder';

export interface Button {
  readonly title: string;
  readonly verb: string;
  readonly data: unknown;
}

export interface InvokeAnswer {
  readonly status: number;
  readonly body: { readonly statusCode?: number; readonly type?: string; readonly value?: unknown };
}

type Scope = 'personal' | 'groupChat' | 'channel';

/** A conversation with the bot as one person takes part in it. */
export interface TeamsChat {
  /** What the bot has sent, in order, each as it stands after all changes. */
  readonly messages: readonly Partial<Activity>[];
  install(action?: 'add' | 'remove'): Promise<void>;
  /** Teams tells of members beside the installation. */
  membersAdded(...ids: readonly string[]): Promise<void>;
  /** In a group with a mention of the bot before the text, unless it is in it as `@bot`. @returns the message's id */
  say(text: string): Promise<string>;
  /** @param at when, as an ISO date; now where absent */
  edit(id: string, text: string, at?: string): Promise<void>;
  remove(id: string): Promise<void>;
  /** Presses the button of that title on the newest card that has one, or on the message given. */
  press(title: string, on?: Partial<Activity>): Promise<InvokeAnswer>;
  /** @param id of the activity, its own where absent */
  invoke(name: string, value: unknown, replyToId?: string, id?: string): Promise<InvokeAnswer>;
  /** The same conversation as another person sees it. */
  as(person: string): TeamsChat;
}

export interface Teams {
  readonly serviceUrl: string;
  /** Requests of the bot, as `POST /v3/...`. */
  readonly requests: readonly string[];
  chat(scope: Scope, id: string): TeamsChat;
  close(): Promise<void>;
}

export const TEAMS_BOT = { id: '28:bot', name: 'Career advisor' };

/** @param botUrl of the bot's /api/messages */
export async function startTeams(botUrl: () => string): Promise<Teams> {
  const requests: string[] = [];
  const conversations = new Map<string, Partial<Activity>[]>();
  let ids = 1_700_000_000_000;
  const messagesOf = (id: string): Partial<Activity>[] => {
    if (!conversations.has(id)) conversations.set(id, []);
    return conversations.get(id)!;
  };

  const server = createServer((req, res) => {
    void bodyOf(req).then((body) => {
      requests.push(`${req.method} ${decodeURIComponent(req.url ?? '')}`);
      const [, conversation = '', id] =
        /^\/v3\/conversations\/([^/]+)\/activities\/?([^/]*)/.exec(decodeURIComponent(req.url ?? '')) ?? [];
      const activity = JSON.parse(body || '{}') as Partial<Activity>;
      const messages = messagesOf(conversation);
      if (req.method === 'PUT') {
        const at = messages.findIndex((message) => message.id === id);
        messages[at] = { ...messages[at], ...activity, id };
      } else {
        activity.id = String((ids += 1));
        if (activity.type === 'message') messages.push(activity);
      }
      res.writeHead(200, { 'Content-Type': 'application/json', Connection: 'close' });
      res.end(JSON.stringify({ id: activity.id }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const chatOf = (scope: Scope, id: string, person: string): TeamsChat => {
    const post = async (activity: Record<string, unknown>): Promise<InvokeAnswer> => {
      const response = await fetch(botUrl(), {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          id: `activity-${(ids += 1)}`,
          timestamp: new Date().toISOString(),
          channelId: 'msteams',
          serviceUrl,
          conversation: {
            id,
            conversationType: scope,
            tenantId: 'tenant',
            ...(scope !== 'personal' && { isGroup: true }),
          },
          from: { id: `29:${person}`, name: person, aadObjectId: person },
          recipient: TEAMS_BOT,
          channelData: { tenant: { id: 'tenant' } },
          ...activity,
        }),
      });
      const text = await response.text();
      if (response.status >= 400) throw new Error(`the bot answered ${response.status}: ${text}`);
      return { status: response.status, body: (text ? JSON.parse(text) : {}) as InvokeAnswer['body'] };
    };
    const mention = `<at>${TEAMS_BOT.name}</at>`;
    const written = (text: string): Record<string, unknown> => {
      if (scope === 'personal') return { text };
      const whole = text.includes('@bot') ? text.replaceAll('@bot', mention) : `${mention} ${text}`;
      return { text: whole, entities: [{ type: 'mention', text: mention, mentioned: TEAMS_BOT }] };
    };
    const chat: TeamsChat = {
      messages: messagesOf(id),
      install: async (action = 'add') => {
        await post({ type: 'installationUpdate', action });
      },
      membersAdded: async (...members) => {
        await post({ type: 'conversationUpdate', membersAdded: members.map((member) => ({ id: member })) });
      },
      say: async (text) => {
        const said = String((ids += 1));
        await post({ type: 'message', id: said, ...written(text) });
        return said;
      },
      edit: async (said, text, at = new Date().toISOString()) => {
        await post({
          type: 'messageUpdate',
          id: said,
          timestamp: at,
          ...written(text),
          channelData: { eventType: 'editMessage' },
        });
      },
      remove: async (said) => {
        await post({ type: 'messageDelete', id: said, channelData: { eventType: 'softDeleteMessage' } });
      },
      press: async (title, on) => {
        const message = on ?? messagesOf(id).findLast((each) => buttonIn(each, title) !== undefined);
        const button = message && buttonIn(message, title);
        if (!button) throw new Error(`no button "${title}"`);
        const answer = await chat.invoke(
          'adaptiveCard/action',
          { action: { type: 'Action.Execute', ...button }, trigger: 'manual' },
          message.id,
        );
        // The card changes for the one who pressed, here for all.
        if (answer.body.type === 'application/vnd.microsoft.card.adaptive') {
          message.attachments = [{ contentType: answer.body.type, content: answer.body.value }];
        }
        return answer;
      },
      invoke: (name, value, replyToId, invokeId) =>
        post({ type: 'invoke', name, value, replyToId, ...(invokeId && { id: invokeId }) }),
      as: (other) => chatOf(scope, id, other),
    };
    return chat;
  };

  return {
    serviceUrl,
    requests,
    chat: (scope, id) => chatOf(scope, id, 'Ann'),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Every button of the message's Adaptive Cards, however deep. */
export const buttonsIn = (message: Partial<Activity>): Button[] => {
  const found: Button[] = [];
  const look = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(look);
    if (typeof value !== 'object' || value === null) return;
    if ('type' in value && value.type === 'Action.Execute') found.push(value as unknown as Button);
    else Object.values(value).forEach(look);
  };
  look(message.attachments?.map(({ content }) => content as unknown));
  return found;
};

const buttonIn = (message: Partial<Activity>, title: string): Button | undefined =>
  buttonsIn(message).find((button) => button.title === title);

async function bodyOf(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
