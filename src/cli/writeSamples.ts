// `npm run samples`: lets the bot answer what samples/conversations.yaml says, and writes what the Emulator can open.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { chatFileOf } from './chatFile';
import { recordTalk } from './emulatorTalk';
import { openRecognizer } from './openAdvisor';
import { runCommand } from './runCommand';

const FOLDER = 'samples';
const conversations = z.record(z.string(), z.array(z.string()));

runCommand(async () => {
  const mind = openRecognizer();
  const source = readFileSync(join(FOLDER, 'conversations.yaml'), 'utf8');
  for (const [conversation, says] of Object.entries(conversations.parse(parse(source)))) {
    const talk = { ...mind, conversation, says };
    const transcript = await recordTalk({ ...talk, channelId: 'emulator' });
    writeFileSync(join(FOLDER, `${conversation}.transcript`), `${JSON.stringify(transcript, null, 2)}\n`);
    const words = await recordTalk({ ...talk, channelId: 'sms' });
    writeFileSync(join(FOLDER, `${conversation}.chat`), chatFileOf(words));
  }
  return 0;
});
