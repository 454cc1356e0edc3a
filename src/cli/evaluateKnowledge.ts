// `npm run evaluate` on our own knowledge: measures, prints and writes the report.
import { join } from 'node:path';
import { evaluateKnowledge } from '../evaluation/knowledgeEvaluation';
import { knowledgeReport } from '../evaluation/report/knowledgeReport';
import { printKnowledge } from './printKnowledge';
import { readConversations, readStatements, readUtterances } from './labelledSet';
import { openRecognizer } from './openAdvisor';
import { writeReport } from './writeReport';

export interface KnowledgeOptions {
  /** Name of a file in `test/evaluation`. */
  readonly split: string;
  readonly listErrors: boolean;
  /** Leaves cross-validation out. */
  readonly quick: boolean;
  readonly report?: string;
}

const FOLDS = 5;

export function evaluateOwnKnowledge({ split, listErrors, quick, report }: KnowledgeOptions): void {
  const folder = join('test', 'evaluation');
  const utterances = readUtterances(join(folder, `${split}.jsonl`));
  const conversations = readConversations(join(folder, `${split}Conversations.jsonl`));
  const statements = readStatements(join(folder, `${split}Statements.jsonl`));
  const { knowledge, recognizer } = openRecognizer();
  if (!quick) console.error(`Cross-validation: ${FOLDS} trainings; --quick skips them.`);
  const onFold = (done: number) => console.error(`  fold ${done} of ${FOLDS} done`);
  const evaluation = evaluateKnowledge(
    knowledge,
    recognizer,
    { split, utterances, conversations, statements },
    quick ? undefined : { folds: FOLDS, onFold },
  );
  printKnowledge(evaluation, { listErrors });
  const page = knowledgeReport(evaluation, { date: new Date() });
  console.log(`\nReport: ${writeReport(report ?? join('reports', 'evaluation.html'), page)}`);
}
