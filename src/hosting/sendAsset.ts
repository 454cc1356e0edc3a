// Sending what may be cached: compressed as the caller likes, and nothing where the caller has it already.
import { gzipSync } from 'node:zlib';
import Negotiator from 'negotiator';
import type { Request, Response } from 'restify';

export interface Asset {
  readonly type: string;
  readonly body: Buffer;
  /** Ready-made, by content coding; without any it is compressed by gzip as it is sent. */
  readonly coded?: ReadonlyMap<string, Buffer>;
  readonly headers: Readonly<Record<string, string>>;
}

/** The best coding first; a caller that takes both is not asked which it likes better. */
const CODINGS = ['br', 'gzip'];

export function sendAsset(req: Request, res: Response, { type, body, coded, headers }: Asset): void {
  const common = { ...headers, 'Cross-Origin-Resource-Policy': 'cross-origin', Vary: 'Accept-Encoding' };
  const { ETag: tag } = headers;
  if (tag !== undefined && isKnown(req.headers['if-none-match'], tag)) {
    res.writeHead(304, common);
    res.end();
    return;
  }
  const accepted = new Negotiator(req).encodings();
  const available = coded ?? new Map([['gzip', undefined]]);
  const coding = CODINGS.find((each) => accepted.includes(each) && available.has(each));
  const content = coding === undefined ? body : (available.get(coding) ?? gzipSync(body));
  res.sendRaw(200, content, {
    ...common,
    'Content-Type': type,
    'Content-Length': String(content.length),
    ...(coding !== undefined && { 'Content-Encoding': coding }),
  });
}

/** A tag may come back marked as weak, from a proxy that compresses by itself. */
const isKnown = (header: string | undefined, tag: string): boolean =>
  (header ?? '')
    .split(',')
    .map((each) => each.trim().replace(/^W\//, ''))
    .includes(tag);
