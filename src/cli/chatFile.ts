// A talk as a .chat file, the short form of a transcript that the chatdown tool reads.
import { ActivityTypes, type Activity } from 'botbuilder';

/** Speakers stand at the beginning of a line, so no line of a text may look like one, nor like a comment. */
const LOOKS_LIKE_SPEAKER_OR_COMMENT = /^(?=(?:user|bot)\s*(?:->.*)?:|>)/gim;

/** @param record of a channel without cards: a card would need a file of its own */
export function chatFileOf(record: readonly Partial<Activity>[]): string {
  const messages = record.filter(({ type }) => type === String(ActivityTypes.Message));
  return ['user=User\nbot=Bot', ...messages.map(messageOf)].join('\n\n') + '\n';
}

function messageOf({ from, text = '', suggestedActions }: Partial<Activity>): string {
  const titles = suggestedActions?.actions.map(({ title }) => title) ?? [];
  const suggestions = titles.length > 0 ? `\n[Suggestions=${titles.join('|')}]` : '';
  return `${from?.role}: ${text.replace(LOOKS_LIKE_SPEAKER_OR_COMMENT, '\u00a0')}${suggestions}`;
}
