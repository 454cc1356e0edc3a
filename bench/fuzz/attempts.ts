// The kinds of requests: calls, and what is no call at all.
import { createHash } from 'node:crypto';
import {
  anyCall,
  directLineCall,
  fromAnywhere,
  inAddress,
  messageCall,
  otherCall,
  spoiledToken,
  type World,
} from './calls';
import type { Chance } from './chance';
import { mutateBytes } from './mutations';
import type { Outcome } from './wire';

type Attempt = (chance: Chance, world: World) => Promise<Outcome>;

const NAMES = [
  'Host',
  'Content-Length',
  'Content-Type',
  'Transfer-Encoding',
  'Content-Encoding',
  'Authorization',
  'Origin',
  'Expect',
  'Connection',
  'Upgrade',
  'X-Forwarded-For',
  'X-Forwarded-Proto',
  'Accept-Language',
  'If-None-Match',
  'Range',
  'Cookie',
  'Content-MD5',
  'Accept',
  'Accept-Version',
  'X-HTTP-Method-Override',
];
const VALUES = [
  '',
  '0',
  '-1',
  '99999999999',
  'chunked',
  'gzip',
  '100-continue',
  'close',
  'upgrade',
  'application/json; charset=utf-16',
  'a|b',
  'null',
  '*',
  'x'.repeat(7000),
  'x'.repeat(20_000),
  '\u0000',
  '\u00ff',
  'en;q=x',
  'bytes=0-1,5-',
  '::1',
  '1.2.3.4, , 5',
  'https://evil.example',
];

function spoiledHeaders(chance: Chance): Record<string, string> {
  const many = chance.happens(0.05) ? 3000 : 1 + chance.below(3);
  return Object.fromEntries(
    Array.from({ length: many }, (_, at) => [many > 9 ? `X-${at}` : chance.pick(NAMES), chance.pick(VALUES)]),
  );
}

const headers: Attempt = (chance, world) => {
  const call = anyCall(chance, world);
  return world.wire.raw(
    world.wire.bytesOf({ ...call, headers: { ...call.headers, ...spoiledHeaders(chance) } }),
  );
};

const bytes: Attempt = (chance, world) => {
  const good = world.wire.bytesOf(anyCall(chance, world));
  const noise = Buffer.from(Array.from({ length: chance.below(3000) }, () => chance.below(256)));
  return world.wire.raw(chance.happens(0.2) ? noise : mutateBytes(good, chance));
};

const upgrade: Attempt = (chance, { wire, chats }) => {
  const { conversationId, stream } = chats.pick(chance);
  const token = chance.happens(0.6) ? stream : spoiledToken(stream, chance);
  const id = chance.happens(0.9) ? conversationId : inAddress(chance);
  const path = chance.happens(0.9)
    ? `/directline/conversations/${id}/stream?watermark=${chance.pick(['', '0', 'x', '-1'])}&t=${token}`
    : '/nowhere';
  const key = createHash('sha1')
    .update(String(chance.below(1000)))
    .digest()
    .subarray(0, 16)
    .toString('base64');
  const good = {
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Key': key,
    'Sec-WebSocket-Version': '13',
  };
  const spoil = chance.happens(0.4)
    ? {
        [chance.pick([
          'Sec-WebSocket-Key',
          'Sec-WebSocket-Version',
          'Upgrade',
          'Origin',
          'Sec-WebSocket-Extensions',
        ])]: chance.pick(VALUES),
      }
    : {};
  const head = wire.bytesOf({ method: 'GET', path, headers: { ...fromAnywhere(chance), ...good, ...spoil } });
  const frames = Buffer.from(Array.from({ length: chance.below(200) }, () => chance.below(256)));
  const ping = Buffer.from([0x89, 0x80, 1, 2, 3, 4]);
  return wire.raw(
    head,
    chance.pick([frames, ping, Buffer.concat(Array<Buffer>(150).fill(ping)), Buffer.alloc(0)]),
  );
};

/** By name, with the share of each in hundredths. */
export const ATTEMPTS: Readonly<Record<string, { readonly share: number; readonly attempt: Attempt }>> = {
  'activity to /api/messages': {
    share: 42,
    attempt: (chance, world) => world.wire.call(messageCall(chance, world)),
  },
  'Direct Line call': {
    share: 32,
    attempt: (chance, world) => world.wire.call(directLineCall(chance, world)),
  },
  'page, file, suggestion, result': {
    share: 10,
    attempt: (chance, { wire }) => wire.call(otherCall(chance)),
  },
  'spoiled headers': { share: 8, attempt: headers },
  'spoiled bytes': { share: 4, attempt: bytes },
  'WebSocket upgrade': { share: 4, attempt: upgrade },
};
