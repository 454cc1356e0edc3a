// `npm run feedback`: what people in Teams said of the answers, for whoever looks after the knowledge.
import { readConfig } from '../hosting/config';
import { openConfigured } from '../state/database';
import { createFeedbackStore } from '../state/feedbackStore';
import { runCommand } from './runCommand';

runCommand(async () => {
  const db = await openConfigured(readConfig(process.env));
  const answers = await createFeedbackStore(db, Date.now).summary();
  await db.destroy();
  if (answers.length === 0) console.log('Nobody has said anything of an answer yet.');
  for (const { intents, likes, dislikes, comments } of answers) {
    console.log(`${intents}: liked ${likes}, disliked ${dislikes}`);
    for (const { reaction, comment } of comments) console.log(`  ${reaction}: ${comment}`);
  }
  return 0;
});
