// What a channel can show. Presenters ask for an ability, never for a channel by name.

export interface Channel {
  readonly id: string;
  /** Markdown links are drawn as links; elsewhere they would be noise. */
  readonly links: boolean;
}

const WITHOUT_LINKS = new Set(['console', 'sms', 'test']);

export function channelOf(channelId: string | undefined): Channel {
  const id = channelId ?? 'test';
  return { id, links: !WITHOUT_LINKS.has(id) };
}
