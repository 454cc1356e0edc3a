// The log of Direct Line as the bot may wipe it.
import { conversationKey } from '../domain/conversationKey';
import type { Transcripts } from '../domain/transcripts';
import type { DirectLineLog } from '../state/directLineLog';
import { CHANNEL } from './activities';

const PREFIX = conversationKey({ channelId: CHANNEL, conversation: { id: '' } });

export const createTranscripts = (log: DirectLineLog): Transcripts => ({
  async forget(key) {
    if (key.startsWith(PREFIX)) await log.forget(key.slice(PREFIX.length));
  },
});
