// The matcher's thread: reads the knowledge, trains or loads the matcher, then answers requests one after the other.
// All that takes long happens here, so that the thread of the conversations never waits.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import { questionOf } from '../domain/questionnaire';
import { loadKnowledge } from '../knowledge/load';
import { createRecognizer } from '../matching/recognizer';
import { loadModel, modelFileOf } from '../modelFile';
import { pack } from './carriedError';
import type { FromMatcher, MatcherMethods, MatcherSource, Request, Response } from './messages';
import { toPages } from './pages';

const port = parentPort!;
const tell = (message: FromMatcher): void => port.postMessage(message);

function open(source: MatcherSource): void {
  const knowledge = loadKnowledge(source.knowledgeDir);
  const model = loadModel(knowledge, modelFileOf(source), () => tell({ kind: 'training' }));
  const { thresholds, readAdvice, ...others } = createRecognizer(knowledge, model);
  const { head, pages } = toPages(knowledge);
  const methods: MatcherMethods = {
    ...others,
    readAdvice: (open, text) =>
      readAdvice(open === undefined ? undefined : questionOf(knowledge.questionnaire, open), text),
    page: (at) => pages[at]!,
  };
  port.on('message', (request: Request) => tell({ kind: 'response', ...respond(methods, request) }));
  tell({ kind: 'ready', thresholds, head });
  collectGarbage();
}

/** What reading and building left behind is as large as what is needed from here on, and would stay resident. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

/** An error is the answer to its own request; the thread goes on. */
function respond(methods: MatcherMethods, { id, method, args }: Request): Response {
  try {
    const call = methods[method] as (...args: readonly unknown[]) => unknown;
    return { id, value: call(...args) };
  } catch (error) {
    return { id, error: pack(error) };
  }
}

try {
  open(workerData as MatcherSource);
} catch (error) {
  tell({ kind: 'failed', error: pack(error) });
}
