// The bot as every command starts it: the same parts as the server's, with state in memory.
import { MemoryStorage } from 'botbuilder';
import { createAdvisor } from '../advisor';
import type { TurnReport } from '../domain/turnReport';
import { readConfig } from '../hosting/config';
import { loadKnowledge } from '../knowledge/load';
import { createLogger } from '../logging';
import { createRecognizer } from '../matching/recognizer';
import { loadModel, modelFileOf } from '../modelFile';
import { createLocalAdapter, type LocalAdapter } from './localAdapter';

/** @param onReport told after each message what the turn came to; absent where no text was read */
export function openAdvisor(onReport: (report: TurnReport | undefined) => void): LocalAdapter {
  const { knowledge, recognizer } = openRecognizer();
  const storage = new MemoryStorage();
  return createLocalAdapter(
    createAdvisor({
      knowledge,
      recognizer,
      storage,
      now: Date.now,
      logger: createLogger('silent'),
      onTurn: (_context, report) => onReport(report),
    }),
  );
}

export function openRecognizer() {
  const config = readConfig(process.env);
  const knowledge = loadKnowledge(config.knowledgeDir);
  const model = loadModel(knowledge, modelFileOf(config), () =>
    console.error('Training the matcher on the knowledge, which takes some seconds ...'),
  );
  return { knowledge, recognizer: createRecognizer(knowledge, model) };
}
