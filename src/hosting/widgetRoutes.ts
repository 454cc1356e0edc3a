// The chat on websites: the home page, the launcher's script, the chat's page and files, and what a person may ask.
import { createHash, randomBytes } from 'node:crypto';
import Negotiator from 'negotiator';
import type { Request, Response, Server } from 'restify';
import { bestLanguage } from '../domain/language';
import { MOST_TYPED } from '../domain/limits';
import type { WidgetLanguages } from '../domain/widgetWords';
import { clientAddress } from '../http/clientAddress';
import { HttpError } from '../http/httpError';
import { readJsonBody } from '../http/jsonBody';
import { ownAddress } from '../http/ownAddress';
import { createRateLimit } from '../http/rateLimit';
import { chatPage } from '../presenters/chatPage';
import { homePage } from '../presenters/homePage';
import type { Config } from './config';
import { sendAsset } from './sendAsset';
import type { WidgetFiles } from './widgetFiles';
import { chatPolicy, HOME_POLICY } from './widgetPolicy';

export interface WidgetRoutesOptions {
  readonly files: WidgetFiles;
  readonly config: Pick<Config, 'widgetOrigins' | 'azureDirectLine' | 'publicUrl' | 'proxyHops'>;
  /** Asked for each page, as they may change while the bot runs. */
  readonly languages: () => WidgetLanguages;
  /** Questions that a text of at most MOST_TYPED characters may be on the way to, the best first. */
  readonly suggest: (text: string) => Promise<readonly string[]>;
}

/** Seconds within which pages that embed the chat get a new version of it. */
const LAUNCHER_AGE = 300;
const YEAR = 365 * 24 * 60 * 60;
/** As the placeholder in the launcher's source is called. */
const WORDS = '__LAUNCHER_WORDS__';

const SUGGESTION_LIMITS = { maxBytes: 4096, timeoutMs: 5000 };
/** For each address; a class of 30 asks for about as many while all of it types, and without any the chat works too. */
const SUGGESTIONS_PER_MINUTE = 1000;

/** Adds the routes, each GET with its HEAD. */
export function addWidgetRoutes(server: Server, options: WidgetRoutesOptions): void {
  const { files, config, languages, suggest } = options;
  const limitSuggestions = createRateLimit({
    perMinute: SUGGESTIONS_PER_MINUTE,
    message: 'Too many suggestions were asked for from this address. Please wait a moment.',
  });
  const get = (path: string, answer: (req: Request, res: Response) => void): void => {
    // Of what is thrown, restify answers with an error only where the function is async.
    const handler = async (req: Request, res: Response): Promise<void> => Promise.resolve(answer(req, res));
    server.get(path, handler);
    server.head(path, handler);
  };

  get('/', (req, res) => {
    const { language, words } = wordsFor(req, languages());
    const page = homePage({
      words: words.home,
      language,
      address: ownAddress(req, config),
      path: config.publicUrl && new URL(config.publicUrl).pathname.replace(/\/$/, ''),
    });
    sendPage(res, page, { 'Content-Security-Policy': HOME_POLICY, Vary: 'Accept-Language' });
  });

  get('/widget.js', (req, res) => {
    const words = Object.entries(languages()).map(([language, { launcher }]) => [language, launcher]);
    const body = files.launcher.replace(WORDS, () => JSON.stringify(Object.fromEntries(words)));
    sendAsset(req, res, {
      type: 'text/javascript; charset=utf-8',
      body: Buffer.from(body),
      headers: {
        'Cache-Control': `public, max-age=${LAUNCHER_AGE}`,
        ETag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
      },
    });
  });

  get('/widget/chat', (req, res) => {
    const { language, words } = wordsFor(req, languages());
    const nonce = randomBytes(16).toString('base64');
    const page = chatPage({ language, words: words.chat, nonce }, files);
    sendPage(res, page, {
      'Content-Security-Policy': chatPolicy(config, nonce),
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'X-Robots-Tag': 'noindex',
    });
  });

  for (const [name, file] of files.named) {
    get(`/widget/${name}`, (req, res) => {
      const isFixed = name === files.script || name === files.style;
      sendAsset(req, res, {
        ...file,
        headers: { 'Cache-Control': isFixed ? `public, max-age=${YEAR}, immutable` : 'no-cache' },
      });
    });
  }

  server.post('/widget/suggestions', async (req: Request, res: Response) => {
    await limitSuggestions(clientAddress(req, config.proxyHops));
    const body = (await readJsonBody(req, SUGGESTION_LIMITS)) as { text?: unknown } | null;
    if (typeof body?.text !== 'string') throw new HttpError(400, 'no-text', 'A text is expected.');
    const text = body.text.trim().slice(0, MOST_TYPED);
    res.json(200, { questions: text === '' ? [] : await suggest(text) });
  });
}

/** In the language that the address names, else in the one that the browser would rather have. */
function wordsFor(req: Request, languages: WidgetLanguages) {
  const asked = new URLSearchParams(req.getQuery()).get('language');
  const wanted = asked === null ? new Negotiator(req).languages() : [asked];
  const language = bestLanguage(wanted, Object.keys(languages));
  return { language, words: languages[language]! };
}

function sendPage(res: Response, page: string, headers: Readonly<Record<string, string>>): void {
  res.sendRaw(200, page, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(page)),
    ...headers,
  });
}
