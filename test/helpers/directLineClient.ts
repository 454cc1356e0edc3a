// A client of Direct Line for tests: the calls that directlinejs makes, with their answers as they come.
import { once } from 'node:events';
import type { Activity } from 'botbuilder';
import { WebSocket } from 'ws';

export interface Access {
  readonly conversationId: string;
  readonly token: string;
  readonly expires_in: number;
  readonly resume: string;
  readonly resumed: boolean;
  readonly streamUrl: string;
  readonly domain?: string;
}

export interface Answer<T = Record<string, never>> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T & { readonly error?: { readonly code: string; readonly message: string } };
}

export interface Call {
  readonly method?: string;
  readonly token?: string;
  readonly json?: unknown;
  readonly headers?: Record<string, string>;
}

export async function call<T>(url: string, path: string, options: Call = {}): Promise<Answer<T>> {
  const { method = options.json === undefined ? 'GET' : 'POST', token, json, headers } = options;
  const response = await fetch(`${url}/directline${path}`, {
    method,
    headers: {
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      ...(json !== undefined && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    body: json === undefined ? undefined : JSON.stringify(json),
  });
  const text = await response.text();
  const body = (text === '' ? {} : JSON.parse(text)) as Answer<T>['body'];
  return { status: response.status, headers: response.headers, body };
}

export interface Chat extends Access {
  /** Posts a message and gives the answer of the call. */
  post(text: string, activity?: object): Promise<Answer<{ id: string }>>;
  /** All activities behind the watermark. */
  read(watermark?: string): Promise<{ readonly activities: Activity[]; readonly watermark: string }>;
  /** The texts so far, once there are so many: asked for again and again, as by a client that polls. */
  texts(count: number): Promise<string[]>;
}

/** Begins a conversation; with a ticket, takes one up again. */
export async function openChat(url: string, resume?: string): Promise<Chat> {
  const { body: access } = await call<Access>(url, '/tokens/generate', { json: { resume } });
  const { conversationId } = access;
  const path = `/conversations/${conversationId}`;
  const { body: started } = access.resumed
    ? await call<Access>(url, path, { token: access.token })
    : await call<Access>(url, '/conversations', { token: access.token, json: {} });
  const { token } = started;
  const chat: Chat = {
    ...access,
    ...started,
    post: (text, activity) =>
      call(url, `${path}/activities`, { token, json: { type: 'message', text, ...activity } }),
    read: async (watermark = '') =>
      (
        await call<{ activities: Activity[]; watermark: string }>(
          url,
          `${path}/activities?watermark=${watermark}`,
          { token },
        )
      ).body,
    async texts(count) {
      for (;;) {
        const { activities } = await chat.read();
        if (activities.length >= count) return activities.map(({ text }) => text);
      }
    },
  };
  return chat;
}

export interface Frame {
  readonly activities: Activity[];
  readonly watermark: string;
}

export interface Stream {
  readonly frames: readonly Frame[];
  readonly socket: WebSocket;
  /** The texts that came, once there are so many. */
  texts(count: number): Promise<string[]>;
  close(): Promise<void>;
}

/** @throws an Error with the status as its message where the upgrade is refused */
export async function openStream(streamUrl: string, headers: Record<string, string> = {}): Promise<Stream> {
  const socket = new WebSocket(streamUrl, { headers });
  const frames: Frame[] = [];
  socket.on('message', (data: Buffer) => frames.push(JSON.parse(data.toString()) as Frame));
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve).once('error', reject);
    socket.once('unexpected-response', (_req, { statusCode }) => reject(new Error(String(statusCode))));
  });
  return {
    frames,
    socket,
    async texts(count) {
      const sofar = (): string[] => frames.flatMap(({ activities }) => activities.map(({ text }) => text));
      while (sofar().length < count) await once(socket, 'message');
      return sofar();
    },
    async close() {
      socket.close();
      await once(socket, 'close');
    },
  };
}
