// The labels the matcher learns: ids as they stand, and topics, which are ids without their role.
import { isRoleId } from '../domain/role';
import type { KnowledgeBase } from '../domain/knowledgeBase';

/** Labels of utterances that nothing answers start with this; the rest is the background group's id. */
export const NONE = 'none:';

/** What people tell of themselves: an answer to the guided advice perhaps, but nothing that is asked. */
export const TOLD = `${NONE}told`;
/** Statements of each option that show what is none: enough to tell them from questions, few beside 6,000 phrasings. */
const STATEMENTS_EACH = 2;

export const isNone = (label: string): boolean => label.startsWith(NONE);

/** Asking which role fits and asking for the guided advice are one dialog, so they are one topic. */
const SAME_TOPIC: ReadonlyMap<string, string> = new Map([['advice.start', 'right-for-me']]);

/** `coding.pay` -> `pay`; chat, commands and background groups are topics of their own. */
export function topicOf(id: string): string {
  const [role, topic] = id.split('.');
  return topic !== undefined && isRoleId(role!) ? topic : (SAME_TOPIC.get(id) ?? id);
}

/** An utterance with the id it should be matched to. */
export interface Example {
  readonly text: string;
  readonly id: string;
}

/** Everything the knowledge gives to learn from, the questions as shown among it. */
export function examplesOf(knowledge: KnowledgeBase): Example[] {
  const labelled = (id: string, texts: readonly string[]) => texts.map((text) => ({ text, id }));
  return [
    ...[...knowledge.entries.values()].flatMap(({ id, question, variants }) =>
      labelled(id, [question, ...variants]),
    ),
    ...[...knowledge.chat.values()].flatMap(({ id, variants }) => labelled(id, variants)),
    ...knowledge.background.flatMap(({ id, utterances }) => labelled(NONE + id, utterances)),
    ...knowledge.statements.answers.flatMap(({ says }) => labelled(TOLD, says.slice(0, STATEMENTS_EACH))),
  ];
}
