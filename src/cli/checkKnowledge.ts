// `npm run check:knowledge`: tells an author every mistake in the knowledge folder, or that there is none; then how hard
// its texts are to read, and which are too hard, and which sources are due to be read again. None of these keeps the bot
// from starting.
import { KnowledgeError } from '../errors';
import { readConfig } from '../hosting/config';
import { loadKnowledge } from '../knowledge/load';
import { outdatedSources } from '../knowledge/outdated';
import { MAX_GRADE, MAX_TEXT_GRADE, MIN_WORDS, readingIssues, readingLevel } from '../knowledge/readingLevel';
import { spokenTexts } from '../knowledge/spokenTexts';
import { runCommand } from './runCommand';
import { createTextFinder } from './textFinder';

/** How many of the hardest texts are listed, too hard or not. */
const LISTED = 10;

runCommand(() => {
  const { knowledgeDir } = readConfig(process.env);
  const knowledge = loadKnowledge(knowledgeDir);
  const { entries, chat, facts, sources } = knowledge;
  const variants = [...entries.values(), ...chat.values()].reduce(
    (sum, entry) => sum + entry.variants.length,
    0,
  );
  console.log(
    `${knowledgeDir} is sound: ${entries.size} entries, ${chat.size} chat lines and commands, ${variants} phrasings, ` +
      `${facts.size} facts from ${sources.size} sources.`,
  );

  for (const { source, facts: due } of outdatedSources(knowledge, new Date().toISOString().slice(0, 10))) {
    console.log(
      `Warning: sources.yaml ${source.id} should have been read again by ${source.again}; on it rest ` +
        `${due.map(({ id }) => id).join(', ')}. Read ${source.url}, correct these facts, and set read and again.`,
    );
  }

  const level = readingLevel(spokenTexts(knowledge));
  const whereIs = createTextFinder(knowledgeDir);
  const hardest = level.texts.slice(0, LISTED).map(({ grade, place, text }) => {
    const { file, line } = whereIs(text);
    return `  ${grade.toFixed(1).padStart(4)}  ${file}:${line} ${place}`;
  });
  console.log(
    `Reading level: grade ${level.overall.grade.toFixed(1)} over ${level.overall.sentences} sentences, at most ` +
      `${MAX_GRADE}. The hardest texts of ${MIN_WORDS} words or more, at most ${MAX_TEXT_GRADE} each:\n` +
      hardest.join('\n'),
  );
  const issues = readingIssues(level, whereIs);
  if (issues.length > 0) throw new KnowledgeError(issues);
  return 0;
});
