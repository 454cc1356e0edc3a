// The button and the panel of the chat, in a shadow root of their own: the styles of the page do not reach in.
import { fill, type LauncherWords } from '../domain/widgetWords';
import { cssOf, readColour, textOn } from './colour';
import { LAUNCHER_STYLE } from './launcherStyle';
import type { LauncherSettings } from './settings';

export interface LauncherView {
  readonly button: HTMLButtonElement;
  /** Undefined until the panel was opened for the first time: a page that nobody asks for the chat does not load it. */
  readonly frame: () => HTMLIFrameElement | undefined;
  show(): void;
  hide(): void;
  /** The chat is there: it has a button of its own to close it, so ours may give way where room is short. */
  markReady(): void;
  /** Says in place of the chat that it cannot be had; the next time it is shown it loads anew. */
  fail(): void;
  /** A mark on the button, and a word for those who do not see it. */
  markUnread(unread: boolean): void;
}

const SVG = 'http://www.w3.org/2000/svg';
const BUBBLE =
  'M21 11.5a8.4 8.4 0 0 1-8.5 8.5 8.6 8.6 0 0 1-3.8-.9L3 21l1.9-5.7a8.4 8.4 0 0 1 7.6-12.3h.5a8.5 8.5 0 0 1 8 8z';
const CROSS = 'M6 6l12 12M18 6L6 18';

export interface LauncherViewOptions {
  readonly settings: LauncherSettings;
  readonly words: LauncherWords;
  /** Of the chat's page, for the frame. */
  readonly address: string;
  /** The frame has loaded something: the chat, or the browser's word that it may not or cannot. */
  readonly onLoad: () => void;
}

/** Adds the button to the page. */
export function createLauncherView({ settings, words, address, onLoad }: LauncherViewOptions): LauncherView {
  const { name = words.name, position, theme } = settings;
  const said = (text: string): string => fill(text, { name });
  const host = document.createElement('career-advisor');
  host.className = position;
  const accent = readColour(settings.colour);
  host.style.setProperty('--accent', cssOf(accent));
  host.style.setProperty('--on-accent', textOn(accent));
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(LAUNCHER_STYLE);
  root.adoptedStyleSheets = [sheet];

  const button = document.createElement('button');
  button.type = 'button';
  button.setAttribute('aria-expanded', 'false');
  button.setAttribute('aria-label', said(words.open));
  const dot = document.createElement('span');
  dot.className = 'dot';
  dot.hidden = true;
  button.append(icon('chat', BUBBLE), icon('shut', CROSS), dot);
  const notice = document.createElement('span');
  notice.className = 'words';
  notice.setAttribute('role', 'status');
  root.append(button, notice);
  // A script in the head, without defer, runs before there is a body.
  const add = (): void => document.body.append(host);
  if (document.body as HTMLElement | null) add();
  else addEventListener('DOMContentLoaded', add, { once: true });

  let panel: HTMLDivElement | undefined;
  let frame: HTMLIFrameElement | undefined;
  const load = (): HTMLDivElement => {
    frame = document.createElement('iframe');
    frame.title = said(words.panel);
    frame.src = address;
    frame.addEventListener('load', onLoad);
    const created = document.createElement('div');
    created.className = 'panel';
    created.id = 'panel';
    created.dataset.theme = theme;
    created.setAttribute('role', 'dialog');
    created.setAttribute('aria-label', said(words.panel));
    created.append(frame);
    // Before the button in the order of tabs and of reading, as the button then is the way out.
    root.prepend(created);
    button.setAttribute('aria-controls', created.id);
    return created;
  };
  const markUnread = (unread: boolean): void => {
    dot.hidden = !unread;
    notice.textContent = unread ? words.unread : '';
    const label = said(button.getAttribute('aria-expanded') === 'true' ? words.close : words.open);
    button.setAttribute('aria-label', unread ? `${label} (${words.unread})` : label);
  };
  const fail = (): void => {
    if (!frame) return;
    const hadFocus = root.activeElement === frame;
    const failed = document.createElement('p');
    failed.setAttribute('role', 'alert');
    failed.textContent = words.failed;
    frame.replaceWith(failed);
    frame = undefined;
    if (hadFocus) button.focus();
  };
  const setShown = (shown: boolean): void => {
    if (shown && !frame) {
      panel?.remove();
      panel = undefined;
    }
    panel ??= load();
    panel.hidden = !shown;
    button.setAttribute('aria-expanded', String(shown));
    markUnread(false);
  };
  return {
    button,
    frame: () => frame,
    show: () => setShown(true),
    hide: () => setShown(false),
    markReady: () => button.classList.add('ready'),
    fail,
    markUnread,
  };
}

function icon(name: string, path: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', name);
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}
