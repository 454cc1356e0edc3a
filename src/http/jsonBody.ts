// The JSON body of a request and nothing else: bounded in size, time and depth. It replaces restify's bodyParser, which
// takes forms for activities and lets a caller end the process with a compressed body.
import type { IncomingMessage } from 'node:http';
import { HttpError } from './httpError';

export interface BodyLimits {
  /** An activity of any channel fits several times: Teams stops at 100 KB. */
  readonly maxBytes: number;
  /** From the first look at the body until its end, in milliseconds. */
  readonly timeoutMs: number;
}

const LIMITS: BodyLimits = { maxBytes: 256 * 1024, timeoutMs: 10_000 };

/** Levels of objects and arrays; cards nest below 20, and what recurses over a parsed body breaks above some 5,000. */
const MAX_DEPTH = 64;

/**
 * Reads the whole body and parses it; keys named `__proto__` are dropped, whose meaning changes when copied.
 * @throws HttpError 400 for anything but one JSON value, 408 when too slow, 413 when too large, 415 when not JSON
 */
export async function readJsonBody(req: IncomingMessage, limits = LIMITS): Promise<unknown> {
  requireJson(req);
  if (Number(req.headers['content-length']) > limits.maxBytes) throw tooLarge();
  const text = decode(await collect(req, limits));
  if (text.trim() === '')
    throw new HttpError(400, 'empty-body', 'The body is empty; an activity is expected.');
  if (nestsTooDeep(text))
    throw new HttpError(400, 'too-deep', `The body nests deeper than ${MAX_DEPTH} levels.`);
  try {
    return JSON.parse(text, (key, value: unknown) => (key === '__proto__' ? undefined : value));
  } catch {
    // The parser's own message quotes the body, which may hold the user's words.
    throw new HttpError(400, 'malformed-json', 'The body is not JSON.');
  }
}

/** The same where a body may be left out: an empty object then. */
export async function readJsonBodyIfAny(req: IncomingMessage, limits = LIMITS): Promise<unknown> {
  return hasBody(req) ? readJsonBody(req, limits) : {};
}

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

const tooLarge = (): HttpError =>
  new HttpError(413, 'body-too-large', 'The body is too large for an activity.');

function requireJson(req: IncomingMessage): void {
  const type = req.headers['content-type'];
  if (type === undefined && !hasBody(req)) return;
  if (/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type ?? '')) return;
  throw new HttpError(415, 'not-json', 'The body must be sent as application/json in UTF-8.');
}

/** Rejects without touching the connection: whoever answers decides how to end it. */
function collect(req: IncomingMessage, { maxBytes, timeoutMs }: BodyLimits): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const stop = (): void => {
      clearTimeout(timer);
      req.off('data', onData).off('end', onEnd).off('error', onBroken).off('close', onBroken);
    };
    const fail = (error: HttpError): void => {
      stop();
      reject(error);
    };
    const onData = (chunk: Buffer): void => {
      size += chunk.length;
      if (size > maxBytes) fail(tooLarge());
      else chunks.push(chunk);
    };
    const onEnd = (): void => {
      stop();
      resolve(Buffer.concat(chunks));
    };
    const onBroken = (): void => fail(new HttpError(400, 'incomplete-body', 'The body ended too early.'));
    const timer = setTimeout(
      () => fail(new HttpError(408, 'body-too-slow', 'The body took too long.')),
      timeoutMs,
    );
    req.on('data', onData).on('end', onEnd).on('error', onBroken).on('close', onBroken);
  });
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new HttpError(400, 'malformed-json', 'The body is not UTF-8.');
  }
}

/** Counts brackets outside strings, in one pass and without recursion; text that is no JSON may give any answer. */
function nestsTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i];
    if (char === '"') inString = !inString;
    else if (char === '\\') i += 1;
    else if (!inString && (char === '[' || char === '{')) depth += 1;
    else if (!inString && (char === ']' || char === '}')) depth -= 1;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}
