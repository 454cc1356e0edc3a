// widget.js, the one script on a page: a button that loads the chat when it is asked for, and window.CareerAdvisor.
import { bestLanguage } from '../domain/language';
import type { LauncherWords } from '../domain/widgetWords';
import { createEvents, type Events } from './events';
import { createLauncherView } from './launcherView';
import { keepOpen, wasOpen } from './openState';
import { openChannel, readToLauncher, type ToChat, type ToLauncher } from './protocol';
import { readAttributes, toFragment } from './settings';

/** `window.CareerAdvisor`, for the page. */
export interface CareerAdvisor {
  open(): void;
  close(): void;
  toggle(): void;
  /** Opens the chat and says `text` for the person. */
  send(text: string): void;
  readonly on: Events['on'];
  readonly isOpen: boolean;
}

declare global {
  interface Window {
    CareerAdvisor?: CareerAdvisor;
  }
  /** Put in place of by the server: what it knows when it gives the script out. */
  const __LAUNCHER_WORDS__: Readonly<Record<string, LauncherWords>>;
}

/** Milliseconds that the chat, once loaded, may take to say that it is there; a page of the browser's own never does. */
const PATIENCE = 4000;

function start(script: HTMLScriptElement): CareerAdvisor {
  const settings = readAttributes(script.dataset);
  const languages = __LAUNCHER_WORDS__;
  const wanted = settings.language === undefined ? navigator.languages : [settings.language];
  const language = bestLanguage(wanted, Object.keys(languages));
  const page = new URL('widget/chat', script.src);
  page.searchParams.set('language', language);
  page.hash = toFragment({ ...settings, host: location.origin });
  const view = createLauncherView({
    settings,
    words: languages[language]!,
    address: page.href,
    onLoad: () => setTimeout(failUnlessReady, PATIENCE),
  });
  const events = createEvents(reportError);

  let isOpen = false;
  let isReady = false;
  const waiting: ToChat[] = [];
  const tell = (message: ToChat): void => {
    if (isReady) channel.send(message);
    else waiting.push(message);
  };
  const failUnlessReady = (): void => {
    if (isReady) return;
    view.fail();
    events.emit('error', { reason: 'unavailable' });
  };
  const open = (withFocus: boolean): void => {
    if (!isOpen) {
      isOpen = true;
      view.show();
      tell({ type: 'shown', shown: true });
      events.emit('open', undefined);
    }
    if (!withFocus) return;
    keepOpen(true);
    view.frame()?.focus();
    tell({ type: 'focus' });
  };
  const close = (): void => {
    if (!isOpen) return;
    const hadFocus = view.button.getRootNode() === document.activeElement?.shadowRoot;
    isOpen = false;
    view.hide();
    keepOpen(false);
    tell({ type: 'shown', shown: false });
    if (hadFocus) view.button.focus();
    events.emit('close', undefined);
  };
  const listen = (message: ToLauncher): void => {
    switch (message.type) {
      case 'ready':
        // A new chat is ready anew.
        if (isReady) return;
        isReady = true;
        view.markReady();
        waiting.splice(0).forEach((kept) => channel.send(kept));
        return events.emit('ready', undefined);
      case 'close':
        return close();
      case 'message':
        if (message.from === 'bot' && !isOpen) view.markUnread(true);
        return events.emit('message', { from: message.from });
      case 'error':
        return events.emit('error', { reason: message.reason });
    }
  };
  const channel = openChannel<ToLauncher, ToChat>({
    other: () => view.frame()?.contentWindow,
    origin: page.origin,
    read: readToLauncher,
    onMessage: listen,
  });

  const toggle = (): void => (isOpen ? close() : open(true));
  view.button.addEventListener('click', toggle);
  view.button.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });
  if (wasOpen() ?? settings.open) open(false);
  return {
    open: () => open(true),
    close,
    toggle,
    send(text) {
      open(true);
      tell({ type: 'send', text: String(text) });
    },
    on: events.on,
    get isOpen() {
      return isOpen;
    },
  };
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement && !window.CareerAdvisor) window.CareerAdvisor = start(script);
