// What operators may switch on beside the bot: an address for Prometheus, and an eye on the knowledge folder.
import type { Logger } from 'pino';
import type { Config } from './config';
import { watchFolder } from './folderWatch';
import type { Metrics } from './metrics';
import { startMetricsServer } from './metricsServer';

export interface OperationOptions {
  readonly config: Pick<Config, 'metrics' | 'knowledgeWatch' | 'knowledgeDir'>;
  readonly metrics: Metrics;
  /** Reads the knowledge anew; never rejects. */
  readonly reload: () => Promise<boolean>;
  readonly logger: Logger;
}

export interface Operation {
  close(): Promise<void>;
}

/** @throws ConfigError where the address for Prometheus cannot be had */
export async function startOperation({
  config,
  metrics,
  reload,
  logger,
}: OperationOptions): Promise<Operation> {
  const server = config.metrics && (await startMetricsServer(config.metrics, metrics, logger));
  const watching =
    config.knowledgeWatch &&
    (await watchFolder({ folder: config.knowledgeDir, onChange: () => void reload(), logger }));
  return {
    async close() {
      if (watching) await watching.close();
      await server?.close();
    },
  };
}
