// `npm run check:knowledge`: tells an author every mistake in the knowledge folder, or that there is none.
import { readConfig } from '../hosting/config';
import { loadKnowledge } from '../knowledge/load';
import { runCommand } from './runCommand';

runCommand(() => {
  const { knowledgeDir } = readConfig(process.env);
  const { entries, chat, facts, sources } = loadKnowledge(knowledgeDir);
  const variants = [...entries.values(), ...chat.values()].reduce(
    (sum, entry) => sum + entry.variants.length,
    0,
  );
  console.log(
    `${knowledgeDir} is sound: ${entries.size} entries, ${chat.size} chat lines and commands, ${variants} phrasings, ` +
      `${facts.size} facts from ${sources.size} sources.`,
  );
  return 0;
});
