// Cross-validation over the author's own phrasings: each is put to a bot that was made without it.
import type { KnowledgeBase } from '../domain/knowledgeBase';
import { createPreparer } from '../matching/preparation';
import { createRecognizer } from '../matching/recognizer';
import { examplesOf, isNone, NONE, TOLD, type Example } from '../matching/topics';
import { trainMatcher } from '../matching/training';
import { groupedFolds } from './folds';
import { judgeOne, type Judged } from './judging';
import type { LabelledUtterance } from './labelled';

/** A phrasing with the id under which the author wrote it, `none:<group>` for background. */
export interface CrossJudged extends Judged {
  readonly id: string;
}

/**
 * What came of every phrasing of the knowledge; near-copies are left out together (`groupedFolds`). Speller, roles,
 * confidence and thresholds are learned anew for each fold, so the whole chain is measured. One training for each fold.
 * @param onFold told after each fold how many are done
 */
export function crossValidate(
  knowledge: KnowledgeBase,
  { folds, onFold }: { readonly folds: number; readonly onFold: (done: number) => void },
): CrossJudged[] {
  const examples = examplesOf(knowledge);
  const foldOf = groupedFolds(
    wordsOf(knowledge, examples),
    examples.map(({ id }) => id),
    folds,
  );
  return Array.from({ length: folds }, (_, fold) => {
    const rest = knowledgeOf(
      knowledge,
      examples.filter((_, at) => foldOf[at] !== fold),
    );
    const recognizer = createRecognizer(rest, trainMatcher(rest));
    const judged = examples
      .filter((_, at) => foldOf[at] === fold)
      .map((example) => ({ ...judgeOne(recognizer, labelled(example)), id: example.id }));
    onFold(fold + 1);
    return judged;
  }).flat();
}

/** A phrasing as an utterance to be judged; nothing should answer background. */
export const labelled = ({ text, id }: Example): LabelledUtterance => ({
  text,
  intents: isNone(id) ? [] : [id],
  kind: 'phrasing',
});

/** The words by which phrasings are compared: spelling mended, role names hidden. */
export function wordsOf(knowledge: KnowledgeBase, examples: readonly Example[]): (readonly string[])[] {
  const { prepare } = createPreparer(knowledge);
  return examples.map(({ text }) => prepare(text).masked);
}

/** The knowledge with these phrasings only; what has none left is gone. */
export function knowledgeOf(knowledge: KnowledgeBase, examples: readonly Example[]): KnowledgeBase {
  const kept = new Map<string, string[]>();
  for (const { id, text } of examples) {
    const texts = kept.get(id);
    if (texts) texts.push(text);
    else kept.set(id, [text]);
  }
  return {
    ...knowledge,
    entries: new Map(
      [...knowledge.entries].flatMap(([id, entry]) => {
        const [question, ...variants] = kept.get(id) ?? [];
        return question === undefined ? [] : [[id, { ...entry, question, variants }] as const];
      }),
    ),
    chat: new Map(
      [...knowledge.chat].flatMap(([id, chat]) => {
        const variants = kept.get(id);
        return variants ? [[id, { ...chat, variants }] as const] : [];
      }),
    ),
    background: knowledge.background.flatMap((group) => {
      const utterances = kept.get(NONE + group.id);
      return utterances ? [{ ...group, utterances }] : [];
    }),
    statements: {
      ...knowledge.statements,
      answers: knowledge.statements.answers.flatMap((group) => {
        const says = group.says.filter((said) => kept.get(TOLD)?.includes(said));
        return says.length > 0 ? [{ ...group, says }] : [];
      }),
    },
  };
}
