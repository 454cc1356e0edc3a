// What a person said where the channel writes whom they mention into the text, as Teams does: `<at>Career advisor</at> hi`.

/** An entity of an activity, as far as a mention needs. */
export interface Mention {
  readonly type: string;
  readonly text: string;
  readonly mentioned?: { readonly id?: string };
}

/**
 * The text without any mention of the bot, wherever it stands and however often; of others the name alone stays.
 * @param entities of the activity; what is no mention is left aside
 */
export function withoutMentions(text: string, entities: readonly unknown[], botId: string): string {
  const ofBot = entities.filter(isMention).filter(({ mentioned }) => mentioned?.id === botId);
  return ofBot
    .reduce((rest, { text: mention }) => (mention === '' ? rest : rest.replaceAll(mention, ' ')), text)
    .replaceAll(/<at[^>]*>(.*?)<\/at>/g, '$1')
    .replaceAll(/[^\S\n]+/g, ' ')
    .trim();
}

const isMention = (entity: unknown): entity is Mention =>
  typeof entity === 'object' &&
  entity !== null &&
  'type' in entity &&
  entity.type === 'mention' &&
  'text' in entity &&
  typeof entity.text === 'string';

/** The names that the text holds because the channel wrote them there. */
export const namesOfOthers = (entities: readonly unknown[]): readonly string[] =>
  entities.filter(isMention).map(({ text }) => text.replaceAll(/<[^>]*>/g, ''));
