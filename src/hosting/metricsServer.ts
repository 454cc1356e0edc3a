// GET /metrics for Prometheus, on an address of its own, so that no proxy in front of the bot can show it by mistake.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { ConfigError } from '../errors';
import type { MetricsAddress } from './config';
import type { Metrics } from './metrics';

export interface MetricsServer {
  close(): Promise<void>;
}

/**
 * Resolves once it listens, and the log says where.
 * @throws ConfigError where the address cannot be had
 */
export async function startMetricsServer(
  { port, host }: MetricsAddress,
  metrics: Pick<Metrics, 'present' | 'contentType'>,
  logger: Logger,
): Promise<MetricsServer> {
  const server = createServer(({ method, url }, res) => {
    // One by one: restify has changed the responses of all servers, and its writeHead returns nothing.
    const answer = (status: number, type: string, text: string): void => {
      res.writeHead(status, { 'Content-Type': type });
      res.end(text);
    };
    if (method !== 'GET' || url !== '/metrics')
      return answer(404, 'text/plain', 'The metrics are at /metrics.');
    metrics.present().then(
      (text) => answer(200, metrics.contentType, text),
      (err: unknown) => {
        logger.error({ err }, 'the metrics could not be gathered');
        answer(500, 'text/plain', 'The metrics could not be gathered.');
      },
    );
  });
  server.headersTimeout = 5000;
  await new Promise<void>((resolve, reject) => {
    server
      .once('error', ({ message }) =>
        reject(new ConfigError(`METRICS_PORT and METRICS_HOST cannot be used: ${message}`)),
      )
      .listen(port, host, resolve);
  });
  const { address, family, port: taken } = server.address() as AddressInfo;
  const name = family === 'IPv6' ? `[${address}]` : address;
  logger.info({ address: `http://${name}:${taken}/metrics` }, 'metrics are served');
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
