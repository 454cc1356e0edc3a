// A website of somebody else that embeds the chat: another origin, a strict policy, and styles that hit every element.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { html } from '../../../src/html';

export interface HostPage {
  /** Address of the bot whose `/widget.js` is embedded; undefined: a page without the chat. */
  readonly bot: string | undefined;
  /** Attributes of the script element, as `data-color`. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** With styles that would spoil whatever they reach. */
  readonly isHostile?: boolean;
  /** Content-Security-Policy in place of STRICT; empty for none. */
  readonly policy?: string;
}

export interface HostSite {
  /** `http://127.0.0.1:port`: another origin than the bot's on the same site, as the port is no part of a site. */
  readonly url: string;
  /** The same pages on `http://localhost:port`: to a bot on 127.0.0.1 another site, so its frame is a third party. */
  readonly otherSiteUrl: string;
  /** What every path shows from now on: any path is a page, with links to `/`, `/courses` and `/contact`. */
  show(page: HostPage): void;
  close(): Promise<void>;
}

/** What a careful website with this bot on it would send. */
const strictPolicy = (bot = ''): string =>
  `default-src 'none'; script-src ${bot}; frame-src ${bot}; style-src 'self'; base-uri 'none'; form-action 'none'; ` +
  `require-trusted-types-for 'script'; trusted-types 'none'`;

const STYLE = 'body { font: 16px/1.5 sans-serif; margin: 2rem; min-height: 150vh }';
const HOSTILE_STYLE = `${STYLE}
* { color: red !important; font-size: 40px !important; text-transform: uppercase !important }
div, button, iframe { border: 9px dashed lime !important; transform: rotate(3deg) }
button { display: none; width: 100%; background: yellow !important }`;

/** A website on a free port, at first without the chat. */
export async function startHostSite(): Promise<HostSite> {
  let shown: HostPage = { bot: undefined };
  const server = createServer((req, res) => {
    const { pathname } = new URL(req.url ?? '/', 'http://host');
    if (pathname === '/style.css') {
      res.setHeader('Content-Type', 'text/css');
      res.end(shown.isHostile ? HOSTILE_STYLE : STYLE);
    } else if (pathname === '/favicon.ico') {
      res.statusCode = 204;
      res.end();
    } else {
      const policy = shown.policy ?? strictPolicy(shown.bot);
      if (policy !== '') res.setHeader('Content-Security-Policy', policy);
      res.setHeader('Content-Type', 'text/html; charset=utf-8');
      res.end(pageHtml(pathname, shown));
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    otherSiteUrl: `http://localhost:${port}`,
    show: (page) => (shown = page),
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function pageHtml(path: string, { bot, attributes = {} }: HostPage): string {
  const settings = Object.entries(attributes).map(([name, value]) => html`${name}="${value}" `);
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>School ${path}</title>
        <link rel="stylesheet" href="/style.css" />
        ${bot === undefined ? undefined : html`<script src="${bot}/widget.js" defer ${settings}></script>`}
      </head>
      <body>
        <main>
          <h1>Page ${path}</h1>
          <nav><a href="/">Home</a> <a href="/courses">Courses</a> <a href="/contact">Contact</a></nav>
          <form>
            <label>Your name <input name="name" /></label>
            <button type="button">Send</button>
          </form>
        </main>
      </body>
    </html> `.markup;
}
