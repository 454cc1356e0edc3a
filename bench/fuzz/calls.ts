// Calls of the bot's addresses, made from good parts of which some are spoiled.
import type { Chance } from './chance';
import type { Chats } from './chats';
import { mutateJson, mutateText, strange, strangeText, type Json } from './mutations';
import { anActivity, aPost } from './samples';
import type { Call, Wire } from './wire';

export interface World {
  readonly wire: Wire;
  readonly chats: Chats;
  /** Takes what the bot sends. */
  readonly serviceUrl: string;
}

const JSON_TYPE = { 'Content-Type': 'application/json' };

/** As from somewhere on the internet: the bot counts calls by address. */
export const fromAnywhere = (chance: Chance): Record<string, string> => ({
  'X-Forwarded-For': `203.0.${chance.below(64)}.${chance.below(256)}`,
});

function spoiled(value: Json, chance: Chance): string {
  let changed = value;
  for (let times = chance.below(4); times > 0; times--) changed = mutateJson(changed, chance);
  const text = JSON.stringify(changed);
  return chance.happens(0.1) ? mutateText(text, chance) : text;
}

export const messageCall = (chance: Chance, { serviceUrl }: World): Call => ({
  method: 'POST',
  path: '/api/messages',
  headers: { ...JSON_TYPE, ...fromAnywhere(chance) },
  body: spoiled(anActivity(chance, serviceUrl), chance),
});

/** Half characters, which encodeURI refuses, become whole ones. */
export const inAddress = (chance: Chance): string =>
  encodeURI(Buffer.from(strangeText(chance)).toString()).slice(0, 2000);

export function directLineCall(chance: Chance, { chats }: World): Call {
  const chat = chats.pick(chance);
  const root = '/directline/conversations';
  const id = chance.happens(0.9) ? chat.conversationId : inAddress(chance);
  const watermark = chance.pick(['', '0', '3', '999999999999999', '-', '-1', '1e3', inAddress(chance)]);
  const tokens = [chat.token, chat.resume, chats.pick(chance).token, strangeText(chance), ''];
  const token = chance.happens(0.8) ? chat.token : spoiledToken(chance.pick(tokens), chance);
  const [method, path, body] = chance.pick<readonly [string, string, (() => string)?]>([
    ['POST', '/directline/tokens/generate', () => spoiled({ resume: chat.resume }, chance)],
    ['POST', '/directline/tokens/refresh'],
    ['POST', root, () => spoiled({ locale: 'en-US' }, chance)],
    ['GET', `${root}/${id}?watermark=${watermark}`],
    ['GET', `${root}/${id}/activities?watermark=${watermark}`],
    ['POST', `${root}/${id}/upload`, () => spoiled({}, chance)],
    ['OPTIONS', `${root}/${id}/activities`],
    ...Array.from(
      { length: 6 },
      () => ['POST', `${root}/${id}/activities`, () => spoiled(aPost(chance), chance)] as const,
    ),
  ]);
  // What Node.js would not send is for the kind that sends bytes.
  const authorization: Record<string, string> = /^[\x20-\x7e]*$/.test(token)
    ? { Authorization: `Bearer ${token}` }
    : {};
  const headers = { ...authorization, ...fromAnywhere(chance), ...(body && JSON_TYPE) };
  return { method, path, headers, body: body?.() };
}

export function spoiledToken(token: string, chance: Chance): string {
  const parts = token.split('.');
  const header = chance.pick<object>([
    { alg: 'none' },
    { alg: 'HS256', kid: strange(chance) },
    { alg: 'RS256', jku: 'http://127.0.0.1:9/' },
  ]);
  return chance
    .pick([
      token,
      token.slice(0, chance.below(token.length + 1)),
      [Buffer.from(JSON.stringify(header)).toString('base64url'), ...parts.slice(1)].join('.'),
      [...parts.slice(0, 2), ''].join('.'),
      [...parts].reverse().join('.'),
    ])
    .slice(0, 4000);
}

export function otherCall(chance: Chance): Call {
  const headers = {
    ...fromAnywhere(chance),
    'Accept-Language': 'en',
    'Accept-Encoding': chance.pick(['gzip, br', '', 'x;q=9', '*;q=0']),
  };
  if (chance.happens(0.4)) {
    const body = spoiled({ text: chance.pick(['what does a co', 'how mu', 'x']) }, chance);
    return { method: 'POST', path: '/widget/suggestions', headers: { ...headers, ...JSON_TYPE }, body };
  }
  const paths = [
    '/',
    '/healthz',
    '/privacy',
    '/widget.js',
    '/widget/chat?language=es',
    '/results/',
    '/robots.txt',
    '/api/messages',
  ];
  const path = chance.pick([
    ...paths,
    `/results/${'x'.repeat(43)}`,
    `/results/${inAddress(chance)}`,
    `/widget/chat?language=${inAddress(chance)}`,
  ]);
  return { method: chance.pick(['GET', 'GET', 'HEAD', 'DELETE', 'PUT', 'OPTIONS']), path, headers };
}

export const anyCall = (chance: Chance, world: World): Call =>
  chance.pick([messageCall, directLineCall, otherCall])(chance, world);
