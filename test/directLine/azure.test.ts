// Azure in place of our own Direct Line: our server exchanges the secret. Azure is a server of the test on this machine.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { call, type Access } from '../helpers/directLineClient';
import { startDirectLine, type DirectLineApp } from '../helpers/directLineApp';

const SECRET = 'azure-s3cret';

interface Asked {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

let azure: Server;
let asked: Asked[];
let answer: (asked: Asked) => { status: number; json?: unknown; headers?: Record<string, string> };
let app: DirectLineApp;

beforeEach(async () => {
  asked = [];
  answer = ({ body }) => ({
    status: 200,
    json: {
      conversationId: 'at-azure',
      token: `token for ${(body as { user?: { id: string } })?.user?.id}`,
      expires_in: 1800,
    },
  });
  azure = createServer((req: IncomingMessage, res) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of req) chunks.push(chunk as Buffer);
      const text = Buffer.concat(chunks).toString();
      const one: Asked = {
        method: req.method,
        url: req.url,
        authorization: req.headers.authorization,
        body: text === '' ? undefined : (JSON.parse(text) as unknown),
      };
      asked.push(one);
      const { status, json, headers } = answer(one);
      if (status === 0) return req.socket.destroy();
      // restify patches the responses of all servers in the process: its writeHead gives nothing back.
      res.writeHead(status, headers);
      res.end(json === undefined ? 'no json' : JSON.stringify(json));
    })();
  }).listen(0, '127.0.0.1');
  await once(azure, 'listening');
  const { port } = azure.address() as AddressInfo;
  app = await startDirectLine({
    env: { DIRECT_LINE_SECRET: SECRET, DIRECT_LINE_URL: `http://127.0.0.1:${port}` },
  });
});
afterEach(async () => {
  await app.close();
  azure.closeAllConnections();
  azure.close();
  expect(app.logLines.join('')).not.toContain(SECRET);
});

const generate = (json: object = {}, headers?: Record<string, string>) =>
  call<Access>(app.url, '/tokens/generate', { json, headers });

describe('with the secret of Azure Direct Line', () => {
  it('a page gets a token for a user of its own, bound to its origin, and never the secret', async () => {
    const { status, body } = await generate({}, { Origin: app.url });
    expect(status).toBe(200);
    const [{ method, url, authorization, body: sent }] = asked as [Asked];
    expect([method, url, authorization]).toEqual([
      'POST',
      '/v3/directline/tokens/generate',
      `Bearer ${SECRET}`,
    ]);
    expect(sent).toEqual({
      user: { id: expect.stringMatching(/^dl_[\w-]{22}$/) as string },
      trustedOrigins: [app.url],
    });
    expect(body).toMatchObject({
      conversationId: 'at-azure',
      token: `token for ${(sent as { user: { id: string } }).user.id}`,
      expires_in: 1800,
      domain: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/v3\/directline$/) as string,
    });
    expect(JSON.stringify(body)).not.toContain(SECRET);
    const { body: other } = await generate();
    expect(other.token).not.toBe(body.token);
  });

  it('takes a conversation up again with the ticket, and begins another where Azure has ended it', async () => {
    const { body: first } = await generate();
    const { body: resumed } = await generate({ resume: first.resume });
    expect(resumed.resumed).toBe(true);
    expect(asked.at(-1)).toMatchObject({ method: 'GET', url: '/v3/directline/conversations/at-azure' });
    answer = ({ method }) =>
      method === 'GET'
        ? { status: 404 }
        : { status: 200, json: { conversationId: 'new', token: 't', expires_in: 1800 } };
    const { body: begun } = await generate({ resume: first.resume });
    expect(begun).toMatchObject({ resumed: false, conversationId: 'new' });
  });

  it('does not begin another where Azure is only busy', async () => {
    const { body: first } = await generate();
    answer = () => ({ status: 429 });
    expect((await generate({ resume: first.resume })).status).toBe(502);
  });

  it.each([
    ['refuses', { status: 403, json: { error: { message: `bad ${SECRET}` } } }],
    ['fails', { status: 500 }],
    ['hangs up', { status: 0 }],
    ['answers nonsense', { status: 200, json: { token: 5 } }],
    ['sends elsewhere', { status: 302, headers: { Location: 'http://127.0.0.1:9/' } }],
  ])('says that the chat cannot be reached where Azure %s', async (_, given) => {
    answer = () => given;
    const { status, body } = await generate();
    expect([status, body.error?.code]).toEqual([502, 'chat-unavailable']);
    expect(JSON.stringify(body)).not.toContain(SECRET);
    expect(app.logLines.join('')).toContain('request failed');
  });

  it('has no conversations of its own', async () => {
    const { body } = await generate();
    const { status } = await call(app.url, '/conversations', { token: body.token, method: 'POST' });
    expect(status).toBe(405);
  });
});
