// `npm run unanswered`: what people asked and the bot could not answer, for whoever writes the knowledge.
import { readConfig } from '../hosting/config';
import { openConfigured } from '../state/database';
import { createUnansweredStore } from '../state/unansweredStore';
import { runCommand } from './runCommand';

runCommand(async () => {
  const config = readConfig(process.env);
  const db = await openConfigured(config);
  const questions = await createUnansweredStore(db, Date.now).summary();
  await db.destroy();
  if (questions.length === 0) {
    const none = config.keepUnanswered
      ? 'Every question so far was answered.'
      : 'KEEP_UNANSWERED is false: none is kept.';
    console.log(none);
  }
  for (const { text, times, last } of questions) {
    console.log(`${String(times).padStart(4)} times, last ${last.toISOString().slice(0, 10)}: ${text}`);
  }
  return 0;
});
