// Everything the author wrote, parsed and cross-checked; frozen for the life of the process.
import type { ChatEntry, ChatId, Fact, FaqEntry, FaqId, Source } from './faq';
import type { Phrases } from './phrases';
import type { Questionnaire } from './questionnaire';
import type { Role, RoleId } from './role';

/** Utterances that are nobody's question here; the matcher learns from them what not to answer. */
export interface BackgroundGroup {
  readonly id: string;
  /** What to say instead of the general "I don't know", where something kinder can be said. */
  readonly reply?: string;
  readonly utterances: readonly string[];
}

/** A message that may be a matter of life and death: its line is said before anything else. */
export interface SafetyRule {
  readonly id: string;
  /** Phrases of lower-case words; `*` stands for one word. One of them in the message raises the rule. */
  readonly phrases: readonly string[];
  /** Harmless uses of the same words ("code for suicide"): what they cover is not looked at. */
  readonly except: readonly string[];
  readonly reply: string;
}

export interface KnowledgeBase {
  /** Hash of the files' contents: two equal versions answer alike. */
  readonly version: string;
  readonly entries: ReadonlyMap<FaqId, FaqEntry>;
  readonly chat: ReadonlyMap<ChatId, ChatEntry>;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly roles: readonly Role[];
  readonly questionnaire: Questionnaire;
  readonly background: readonly BackgroundGroup[];
  readonly safety: readonly SafetyRule[];
  readonly phrases: Phrases;
}

/** The entry of a topic for a role, if the author wrote one. */
export function entryOf(knowledge: KnowledgeBase, role: RoleId, topic: string): FaqEntry | undefined {
  return knowledge.entries.get(`${role}.${topic}` as FaqId);
}
