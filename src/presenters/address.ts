// Says at the start of a message in a group whom it is for.
import type { Activity, Attachment, ChannelAccount, Entity } from 'botbuilder';
import { phrase, type Phrases } from '../domain/phrases';
import { textBlock } from './cardElements';
import { escapeMarkdown, oneLine } from './markdown';

/** Someone of the group; without a name nobody can be addressed. */
type Person = Pick<ChannelAccount, 'id' | 'name'>;

interface CardContent {
  readonly body: readonly unknown[];
  readonly fallbackText: string;
}

const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';

/**
 * The message with the person's name before its text and on its cards.
 * @param notifies as a mention, of which Teams tells the person: once a turn is enough
 */
export function addressed(
  phrases: Phrases,
  message: Partial<Activity>,
  person: Person,
  notifies: boolean,
): Partial<Activity> {
  // What is in angle brackets would be markup.
  const name = oneLine((person.name ?? '').replaceAll(/[<>]/g, ' '));
  if (name === '') return message;
  const tag = notifies ? `<at>${name}</at>` : `**${escapeMarkdown(name)}**`;
  const mention: Entity[] = notifies
    ? [{ type: 'mention', text: tag, mentioned: { id: person.id, name } }]
    : [];
  const { text, attachments, entities = [] } = message;
  return {
    ...message,
    ...(text && { text: `${tag} ${text}`, entities: [...entities, ...mention] }),
    ...(attachments && {
      attachments: attachments.map((attachment) =>
        attachment.contentType === ADAPTIVE_CARD
          ? cardFor(attachment, phrase(phrases, 'forPerson', { name: tag }), mention)
          : attachment,
      ),
    }),
  };
}

function cardFor(attachment: Attachment, line: string, entities: readonly Entity[]): Attachment {
  const content = attachment.content as CardContent;
  return {
    ...attachment,
    content: {
      ...content,
      body: [textBlock(line), ...content.body],
      fallbackText: `${line}\n\n${content.fallbackText}`,
      ...(entities.length > 0 && { msteams: { entities } }),
    },
  };
}
