// What the chat on websites says around the conversation, in several languages.

/** Part -> occasion -> names of the `{values}` its text must contain. The texts stand in `knowledge/widget.yaml`. */
export const WIDGET_VALUES = {
  launcher: { name: [], open: ['name'], close: ['name'], panel: ['name'], unread: [], failed: [] },
  chat: {
    name: [],
    page: ['name'],
    newChat: [],
    newChatQuestion: [],
    newChatText: [],
    newChatYes: [],
    newChatNo: [],
    close: [],
    message: [],
    placeholder: [],
    send: [],
    tooLong: ['over', 'most'],
    suggestions: [],
    suggestionsOne: [],
    suggestionsMany: ['count'],
    waiting: [],
    noScript: [],
  },
  home: {
    title: [],
    intro: [],
    noScript: [],
    embed: [],
    embedText: [],
    snippet: [],
    origins: [],
    emulator: [],
    emulatorText: ['address'],
    privacy: [],
    terms: [],
  },
} as const satisfies Record<string, Record<string, readonly string[]>>;

type Parts = typeof WIDGET_VALUES;
export type WidgetPart = keyof Parts;

/** The words of one language. */
export type WidgetWords = { readonly [P in WidgetPart]: Readonly<Record<keyof Parts[P], string>> };
export type LauncherWords = WidgetWords['launcher'];
export type ChatWords = WidgetWords['chat'];
export type HomeWords = WidgetWords['home'];

/** Language (BCP 47) -> its words; has FALLBACK_LANGUAGE. */
export type WidgetLanguages = Readonly<Record<string, WidgetWords>>;

/** The text with its values in place. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : place,
  );
}
