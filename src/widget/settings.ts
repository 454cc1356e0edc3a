// How a page wants the chat to be: the attributes of its script tag, and the same in the address of the chat's frame.

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** What the chat in the frame must know. */
export interface ChatSettings {
  /** Of the advisor; absent: as the author of the knowledge calls it. */
  readonly name?: string;
  /** Any CSS colour. */
  readonly colour?: string;
  readonly theme: Theme;
  /** Plain text of the page, shown above the conversation. */
  readonly greeting?: string;
  /** The origin of the page around the frame; absent where the chat stands alone. */
  readonly host?: string;
  /** In place of WebSockets. */
  readonly polling: boolean;
}

export interface LauncherSettings extends Omit<ChatSettings, 'host'> {
  readonly position: 'left' | 'right';
  /** BCP 47. */
  readonly language?: string;
  /** Open at once. */
  readonly open: boolean;
}

const MAX_LENGTH = 500;

/** @param attributes the `data-` attributes of the script tag, as `dataset` has them; what is wrong counts as absent */
export function readAttributes(attributes: Readonly<Record<string, string | undefined>>): LauncherSettings {
  const { name, colour, color, theme, greeting, position, language, open, transport } = attributes;
  return {
    name: textOf(name),
    colour: textOf(colour ?? color),
    theme: themeOf(theme),
    greeting: textOf(greeting),
    polling: transport === 'polling',
    position: position === 'left' ? 'left' : 'right',
    language: textOf(language),
    open: open !== undefined && open !== 'false',
  };
}

/** For the part of an address after `#`, which no server gets to see. */
export function toFragment(settings: ChatSettings): string {
  const { name, colour, theme, greeting, host, polling } = settings;
  const fields = { name, colour, theme, greeting, host, transport: polling ? 'polling' : undefined };
  return new URLSearchParams(
    Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined),
  ).toString();
}

/** The way back; what is wrong counts as absent. */
export function readFragment(fragment: string): ChatSettings {
  const fields = new URLSearchParams(fragment.replace(/^#/, ''));
  const field = (name: string): string | undefined => textOf(fields.get(name) ?? undefined);
  return {
    name: field('name'),
    colour: field('colour'),
    theme: themeOf(field('theme')),
    greeting: field('greeting'),
    host: field('host'),
    polling: field('transport') === 'polling',
  };
}

const themeOf = (text: string | undefined): Theme => THEMES.find((theme) => theme === text) ?? 'auto';

const textOf = (text: string | undefined): string | undefined =>
  text?.trim().slice(0, MAX_LENGTH) || undefined;
