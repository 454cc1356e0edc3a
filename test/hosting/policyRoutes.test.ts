// The pages on privacy and terms over real HTTP, with the texts that the author wrote.
import { createHash } from 'node:crypto';
import { createAdapter } from '../../src/hosting/adapter';
import { readConfig } from '../../src/hosting/config';
import { createHealth } from '../../src/hosting/health';
import { addPolicyRoutes } from '../../src/hosting/policyRoutes';
import { createServer, type BotServer } from '../../src/hosting/server';
import { loadKnowledge } from '../../src/knowledge/load';
import { createLogger } from '../../src/logging';
import { createTurnQueue } from '../../src/turns/turnQueue';
import { KNOWLEDGE_DIR } from '../helpers/trainedModel';

const PAGES = ['/privacy', '/terms'];
const { policies } = loadKnowledge(KNOWLEDGE_DIR);

let server: BotServer;
let url: string;

async function start(env: Record<string, string> = {}): Promise<void> {
  const config = readConfig({ PORT: '0', ...env });
  const logger = createLogger('silent');
  const nothing = (): Promise<void> => Promise.resolve();
  const adapter = createAdapter(config, { logger, errorText: () => 'sorry', resetDialog: nothing });
  const health = createHealth('1.2.3');
  server = createServer({ config, adapter, bot: nothing, queue: createTurnQueue(), logger, health });
  addPolicyRoutes(server.restify, { config, policies: () => policies });
  url = await server.listen();
}

afterEach(() => server.close());

describe.each(PAGES)('GET %s', (path) => {
  it('is a page that can run nothing, and that nobody need be known for', async () => {
    await start();
    const response = await fetch(url + path);
    expect(response.status).toBe(200);
    const page = await response.text();
    const [, style] = /<style>(.*?)<\/style>/s.exec(page)!;
    const hash = createHash('sha256').update(style!).digest('base64');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      'content-type': 'text/html; charset=utf-8',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(response.headers.get('x-robots-tag')).toBeNull();
    expect(page).not.toMatch(/[{}](?![^<]*<\/style>)/);
  });

  it('sends people to whoever gave them the chat where nobody is named', async () => {
    await start();
    const page = await (await fetch(url + path)).text();
    expect(page).toContain('The school or organization that gave you this chat runs it.');
    expect(page).not.toContain('mailto:');
  });

  it('names the operator', async () => {
    await start({ OPERATOR_NAME: 'Sample College', OPERATOR_CONTACT: 'ask@school.example' });
    const page = await (await fetch(url + path)).text();
    expect(page).toContain('Sample College runs this chat.');
    expect(page).toContain('<a href="mailto:ask@school.example">ask@school.example</a>');
  });

  it('has its head for who asks for that alone', async () => {
    await start();
    const [head, whole] = [await fetch(url + path, { method: 'HEAD' }), await fetch(url + path)];
    expect(head.status).toBe(200);
    expect(head.headers.get('content-length')).toBe(whole.headers.get('content-length'));
    expect(await head.text()).toBe('');
  });

  it('takes no other method', async () => {
    await start();
    expect((await fetch(url + path, { method: 'POST' })).status).toBe(405);
  });
});

describe('GET /privacy', () => {
  const privacy = async (): Promise<string> => (await fetch(`${url}/privacy`)).text();

  it('tells how many days this bot keeps what people said', async () => {
    await start({ RETENTION_DAYS: '7' });
    const page = await privacy();
    expect(page).toContain('7 days after you last wrote');
    expect(page).toContain('7 days after they were sent');
  });

  it('says that websites chat through Azure only where they do', async () => {
    await start();
    expect(await privacy()).not.toContain('Azure');
    await server.close();
    await start({ DIRECT_LINE_SECRET: 'x' });
    expect(await privacy()).toContain('Azure');
  });
});
