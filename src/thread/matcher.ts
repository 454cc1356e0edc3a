// The matcher as the thread of the conversations has it: a worker thread that does the work, behind the domain's interface.
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SpokenKnowledge } from '../domain/knowledgeBase';
import type { Recognizer } from '../domain/recognizer';
import { createCalls } from './calls';
import type { FromMatcher, MatcherMethods, MatcherSource, Method, Progress } from './messages';
import { fromPages } from './pages';

export interface Matcher {
  readonly knowledge: SpokenKnowledge;
  readonly recognizer: Recognizer;
  /** Resolves to the reason when the thread ends without having been stopped; else never. */
  readonly died: Promise<Error>;
  /** Ends the thread at once; what waits for it rejects. */
  readonly stop: () => Promise<void>;
}

export interface MatcherOptions extends MatcherSource {
  /** Told before the matcher is trained, which takes seconds to a minute. */
  readonly onTraining: () => void;
  /** Told of each call that was answered. */
  readonly onAnswer?: (method: Method, ms: number) => void;
  /** Gives up the start. */
  readonly signal?: AbortSignal;
}

/**
 * In MB, of new objects. With less the matcher collects garbage for a sixth of its time; V8's own limit would leave 48 MB
 * resident (DESIGN.md, "What a turn costs").
 */
const resourceLimits = { maxYoungGenerationSizeMb: 32 };

/** This file runs from dist/, or from the source under tsx and jest, where the thread needs tsx to read TypeScript. */
const EXTENSION = extname(__filename);
const WORKER = join(__dirname, `worker${EXTENSION}`);
const EXEC_ARGV = EXTENSION === '.ts' ? { execArgv: ['--require', 'tsx/cjs'] } : {};

/**
 * Resolves once the thread answers.
 * @throws KnowledgeError where the knowledge folder has a mistake, as loadKnowledge does
 */
export async function startMatcher(options: MatcherOptions): Promise<Matcher> {
  const { onTraining, onAnswer, signal, knowledgeDir, dataDir } = options;
  signal?.throwIfAborted();
  const calls = createCalls();
  const workerData: MatcherSource = { knowledgeDir, dataDir };
  const worker = new Worker(WORKER, { workerData, resourceLimits, ...EXEC_ARGV });
  let stopping = false;
  const stop = async (): Promise<void> => {
    stopping = true;
    calls.end(new Error('the matcher was stopped'));
    await worker.terminate();
  };

  const died = new Promise<Error>((resolve) => {
    let reason = new Error('the thread of the matcher ended');
    worker.on('error', (cause: Error) => {
      reason = new Error(`the thread of the matcher ended: ${cause.message}`, { cause });
    });
    worker.on('exit', () => {
      calls.end(reason);
      if (!stopping) resolve(reason);
    });
  });
  // The last word of a thread that cannot begin is `failed`; without one, calls.end tells why it ended.
  const begun = calls.make<Extract<Progress, { kind: 'ready' }>>((id) => {
    worker.on('message', (message: FromMatcher) => {
      if (message.kind === 'training') onTraining();
      else if (message.kind === 'ready') calls.settle({ id, value: message });
      else if (message.kind === 'failed') calls.settle({ id, error: message.error });
      else calls.settle(message);
    });
  });
  const call = async <M extends Method>(
    method: M,
    ...args: Parameters<MatcherMethods[M]>
  ): Promise<ReturnType<MatcherMethods[M]>> => {
    const began = performance.now();
    const answer = await calls.make<ReturnType<MatcherMethods[M]>>((id) =>
      worker.postMessage({ id, method, args }),
    );
    onAnswer?.(method, performance.now() - began);
    return answer;
  };

  const giveUp = (): void => void stop();
  signal?.addEventListener('abort', giveUp);
  try {
    const { thresholds, head } = await begun;
    const knowledge = await fromPages(head, (at) => call('page', at));
    // From here on it serves a process that lives for other reasons.
    worker.unref();
    const recognizer: Recognizer = {
      thresholds,
      recognize: (text, context) => call('recognize', text, context),
      readAnswer: (question, text) => call('readAnswer', question, text),
      readAdvice: (open, text) => call('readAdvice', open?.id, text),
      suggest: (text) => call('suggest', text),
      withoutNames: (text, names) => call('withoutNames', text, names),
    };
    return { knowledge, recognizer, died, stop };
  } catch (error) {
    await stop();
    throw error;
  } finally {
    signal?.removeEventListener('abort', giveUp);
  }
}
