// What a channel can show. Presenters ask for an ability, never for a channel by name.

export interface Channel {
  readonly id: string;
  /** Markdown links are drawn as links; elsewhere they would be noise. */
  readonly links: boolean;
  /** Adaptive Cards are drawn as cards; elsewhere the connector would send a picture of one, or nothing. */
  readonly adaptiveCards: boolean;
}

const WITHOUT_LINKS = new Set(['console', 'sms', 'test']);
const WITH_ADAPTIVE_CARDS = new Set(['webchat', 'directline', 'emulator', 'msteams']);

export function channelOf(channelId: string | undefined): Channel {
  const id = channelId ?? 'test';
  return { id, links: !WITHOUT_LINKS.has(id), adaptiveCards: WITH_ADAPTIVE_CARDS.has(id) };
}
