// The log: JSON lines that say what happened and where, never what a person wrote or what a secret is.
import type { Activity } from 'botbuilder';
import pino, { type DestinationStream, type Logger } from 'pino';
import type { TurnReport } from './domain/turnReport';
import type { LogLevel } from './hosting/config';

/** Should one of these ever reach the log, its value does not. */
const SECRETS = ['text', 'activity', 'body', 'password', 'MicrosoftAppPassword', 'authorization', 'token'];

/** @param destination stdout by default, written at once so that no line is lost when the process ends */
export function createLogger(
  level: LogLevel,
  destination: DestinationStream = pino.destination({ sync: true }),
): Logger {
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: SECRETS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]),
      serializers: { err: describeError },
    },
    destination,
  );
}

/** @param ms that the turn took */
export function logTurn(
  logger: Logger,
  activity: Partial<Activity>,
  report: TurnReport | undefined,
  ms: number,
): void {
  logger.info(
    {
      ...turnFields(activity),
      decision: report?.decision,
      intents: report?.intents,
      confidence: report && Number(report.confidence.toFixed(3)),
      ms: Math.round(ms),
    },
    'turn',
  );
}

/** What a log line about a turn starts with; the ids are the channel's own. */
export function turnFields({ id, type, channelId }: Partial<Activity>): Record<string, string | undefined> {
  return { turn: id, type, channel: channelId };
}

/** Chosen fields only: errors of the SDK's HTTP client carry the request, with the message and the bearer token in it. */
function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: `thrown: ${typeof error}` };
  const { name, cause } = error;
  const code = 'code' in error ? error.code : undefined;
  const statusCode = 'statusCode' in error ? error.statusCode : undefined;
  // The message of such an error is the body of the answer, which may repeat what was sent.
  const isAnswer = 'response' in error && error.message !== '';
  const message = isAnswer ? `answered ${String(statusCode)}` : error.message;
  const stack = isAnswer ? error.stack?.replaceAll(error.message, message) : error.stack;
  return { name, message, code, statusCode, stack, cause: cause && describeError(cause) };
}
