// Plays test/transcripts: every conversation there, on every channel whose messages look different.
import { startConversation } from '../helpers/conversation';
import { play, transcriptFiles } from '../helpers/transcripts';

const CHANNELS = ['console', 'webchat', 'emulator', 'msteams'];

describe.each(transcriptFiles())('$name', ({ transcripts }) => {
  describe.each(CHANNELS)('on %s', (channel) => {
    it.each(transcripts)('$title', async (transcript) => {
      expect(await play(transcript, startConversation({ channel }))).toEqual(transcript.exchanges);
    });
  });
});
