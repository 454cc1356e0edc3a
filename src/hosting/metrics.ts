// What operators see in numbers. Labels are of sets that are fixed here or by our routes, as a stranger must neither fill the
// memory with new ones nor find a person's words, ids or addresses in them.
import { Channels } from 'botbuilder';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { TurnReport } from '../domain/turnReport';

/** Read when somebody asks for the metrics. */
export interface Levels {
  readonly turnsRunning: () => number;
  readonly turnsWaiting: () => number;
  readonly openSockets: () => number;
}

export interface Metrics {
  /** From then on these are shown too; called once. */
  readonly follow: (levels: Levels) => void;
  /** @param report absent where the turn came to none. @param ms from its beginning until its last reply was taken */
  readonly turn: (channel: string | undefined, report: TurnReport | undefined, ms: number) => void;
  readonly turnFailed: () => void;
  /** @param call of the matcher, by the name of its method */
  readonly matched: (call: string, ms: number) => void;
  /** @param route as it was registered; absent where none fits the address */
  readonly request: (route: string | undefined, status: number) => void;
  readonly storageFailed: () => void;
  readonly connector: { readonly onRetry: () => void; readonly onFailure: () => void };
  /** @returns what it was told */
  readonly knowledgeReloaded: (isDone: boolean) => boolean;
  /** All of it, in the text format of Prometheus. */
  readonly present: () => Promise<string>;
  readonly contentType: string;
}

const CHANNELS: ReadonlySet<string> = new Set(Object.values(Channels));

/** Seconds. */
const TURN_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15];
const MATCHER_BUCKETS = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05, 0.25, 1];

const PREFIX = 'career_advisor_';

/** @param withProcess whether to have those of Node too, which watch the process for as long as it lives */
export function createMetrics(withProcess: boolean): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (withProcess) collectDefaultMetrics({ register: registry });
  const counter = <L extends string>(name: string, help: string, ...labelNames: L[]): Counter<L> =>
    new Counter({ name: `${PREFIX}${name}_total`, help, labelNames, registers });
  const histogram = <L extends string>(
    name: string,
    help: string,
    buckets: number[],
    ...labelNames: L[]
  ): Histogram<L> =>
    new Histogram({
      name: `${PREFIX}${name}_seconds`,
      help,
      buckets,
      labelNames,
      registers,
    });
  const gauge = (name: string, help: string, read: () => number): void => {
    new Gauge({
      name: `${PREFIX}${name}`,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  };

  const turns = counter('turns', 'Turns by channel and by what was decided', 'channel', 'decision');
  const turnSeconds = histogram('turn', 'From the beginning of a turn to its last reply', TURN_BUCKETS);
  const turnFailures = counter('turn_failures', 'Turns that ended in an apology');
  const matcherSeconds = histogram('matcher', 'What the matcher took for a call', MATCHER_BUCKETS, 'call');
  const requests = counter('requests', 'Requests by route and class of status', 'route', 'status');
  const limited = counter('rate_limited', 'Requests refused as too many, by route', 'route');
  const storageErrors = counter('storage_errors', 'Statements and connections that the database failed');
  const retries = counter('connector_retries', 'Calls of a connector that were sent again');
  const connectorErrors = counter('connector_errors', 'Calls of a connector that were given up');
  const reloads = counter('knowledge_reloads', 'Orders to read the knowledge anew', 'outcome');

  return {
    follow({ turnsRunning, turnsWaiting, openSockets }) {
      gauge('turns_running', 'Conversations with a turn under way', turnsRunning);
      gauge('turns_waiting', 'Turns that wait for another of their conversation', turnsWaiting);
      gauge('open_websockets', 'WebSockets of the chat', openSockets);
    },
    turn(channel = '', report, ms) {
      const known = CHANNELS.has(channel) ? channel : 'other';
      turns.inc({ channel: known, decision: report?.decision ?? 'none' });
      turnSeconds.observe(ms / 1000);
    },
    turnFailed: () => turnFailures.inc(),
    matched: (call, ms) => matcherSeconds.observe({ call }, ms / 1000),
    request(route = 'none', status) {
      requests.inc({ route, status: `${Math.floor(status / 100)}xx` });
      if (status === 429) limited.inc({ route });
    },
    storageFailed: () => storageErrors.inc(),
    connector: { onRetry: () => retries.inc(), onFailure: () => connectorErrors.inc() },
    knowledgeReloaded(isDone) {
      reloads.inc({ outcome: isDone ? 'ok' : 'refused' });
      return isDone;
    },
    present: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
