// The log of Direct Line as the bot may wipe it.
import { conversationKey, DIRECT_LINE } from '../domain/conversationKey';
import type { Transcripts } from '../domain/transcripts';
import type { DirectLineLog } from '../state/directLineLog';

const PREFIX = conversationKey({ channelId: DIRECT_LINE, conversation: { id: '' } });

export const createTranscripts = (log: DirectLineLog): Transcripts => ({
  async forget(key) {
    if (key.startsWith(PREFIX)) await log.forget(key.slice(PREFIX.length));
  },
});
