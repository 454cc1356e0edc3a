// Whether an instance says that it should get requests.
import restify from 'restify';
import { addReadyRoute, type ReadinessOptions } from '../../src/hosting/readiness';
import { createLogger } from '../../src/logging';
import { gate } from '../helpers/httpGate';

let server: restify.Server;
let log: string[];

async function start(options: Partial<ReadinessOptions> = {}): Promise<() => Promise<Response>> {
  log = [];
  server = restify.createServer();
  addReadyRoute(server, {
    isStopping: () => false,
    isMatcherAlive: () => true,
    reachStore: () => Promise.resolve(),
    logger: createLogger('info', { write: (line) => log.push(line) }),
    ...options,
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return () => fetch(`${String(server.url)}/readyz`);
}
afterEach(() => void server.close());

describe('GET /readyz', () => {
  it('says yes where all that a turn needs is there', async () => {
    const response = await (await start())();
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ready' });
  });

  it.each<[string, Partial<ReadinessOptions>]>([
    ['the server is stopping', { isStopping: () => true }],
    ['the matcher is being started', { isMatcherAlive: () => false }],
    ['the store cannot be reached', { reachStore: () => Promise.reject(new Error('gone')) }],
    ['the store cannot be reached', { reachStore: () => new Promise(() => undefined), storeDeadlineMs: 20 }],
  ])('says no, and why: %s', async (reason, options) => {
    const response = await (await start(options))();
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ status: 'not ready', reason });
  });

  it('tells the log what is wrong with the store, and the caller not', async () => {
    const ask = await start({ reachStore: () => Promise.reject(new Error('no route to 10.0.0.7')) });
    expect(await (await ask()).text()).not.toContain('10.0.0.7');
    expect(log.join()).toContain('no route to 10.0.0.7');
  });

  it('looks once for all who ask at the same time, and again for the next', async () => {
    const [looking, looked] = [gate(), gate()];
    let looks = 0;
    const ask = await start({
      reachStore() {
        looks += 1;
        looking.open();
        return looked.passed;
      },
    });
    const first = ask();
    await looking.passed;
    const second = ask();
    // The second has been taken by the time that a third connection is.
    await fetch(`${String(server.url)}/nowhere`);
    looked.open();
    expect((await Promise.all([first, second])).map(({ status }) => status)).toEqual([200, 200]);
    expect(looks).toBe(1);
    await ask();
    expect(looks).toBe(2);
  });
});
