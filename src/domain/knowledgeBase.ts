// Everything the author wrote, parsed and cross-checked; frozen. What the bot says is apart from what it only learns from.
import type { Answer, ChatEntry, ChatId, ChatLine, Fact, FaqEntry, FaqId, Source } from './faq';
import type { Phrases } from './phrases';
import type { OptionId, Questionnaire, QuestionId } from './questionnaire';
import type { Policies } from './policies';
import type { ResultGuide } from './resultGuide';
import type { Role, RoleId } from './role';
import type { TeamsWords } from './teamsApp';
import type { WidgetLanguages } from './widgetWords';

/** What is said to a kind of message that is nobody's question here. */
export interface BackgroundLine {
  readonly id: string;
  /** What to say instead of the general "I don't know", where something kinder can be said. */
  readonly reply?: string;
}

/** The matcher learns from the utterances what not to answer. */
export interface BackgroundGroup extends BackgroundLine {
  readonly utterances: readonly string[];
}

/** What is said, before anything else, to a message that may be a matter of life and death. */
export interface SafetyLine {
  readonly id: string;
  readonly reply: string;
}

export interface SafetyRule extends SafetyLine {
  /** Phrases of lower-case words; `*` stands for one word. One of them in the message raises the rule. */
  readonly phrases: readonly string[];
  /** Harmless uses of the same words ("code for suicide"): what they cover is not looked at. */
  readonly except: readonly string[];
}

/** Whole statements that mean an option whatever was asked; the matcher learns from them. */
export interface StatementGroup {
  readonly question: QuestionId;
  readonly option: OptionId;
  readonly says: readonly string[];
}

export interface Statements {
  readonly answers: readonly StatementGroup[];
  /** What people say that answers none of the questions. */
  readonly asides: readonly string[];
}

/** What the bot says: all that dialogs and presenters need, without the phrasings, which are most of the knowledge. */
export interface SpokenKnowledge {
  /** Hash of the files' contents: two equal versions answer alike. */
  readonly version: string;
  readonly entries: ReadonlyMap<FaqId, Answer>;
  readonly chat: ReadonlyMap<ChatId, ChatLine>;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly roles: readonly Role[];
  readonly questionnaire: Questionnaire;
  readonly result: ResultGuide;
  readonly background: readonly BackgroundLine[];
  readonly safety: readonly SafetyLine[];
  readonly phrases: Phrases;
  readonly widget: WidgetLanguages;
  readonly policies: Policies;
}

/** The whole of it, as the matcher and the commands need it. */
export interface KnowledgeBase extends SpokenKnowledge {
  readonly entries: ReadonlyMap<FaqId, FaqEntry>;
  readonly chat: ReadonlyMap<ChatId, ChatEntry>;
  readonly background: readonly BackgroundGroup[];
  readonly safety: readonly SafetyRule[];
  readonly statements: Statements;
  readonly teams: TeamsWords;
}

/** The entry of a topic for a role, if the author wrote one. */
export function entryOf(knowledge: KnowledgeBase, role: RoleId, topic: string): FaqEntry | undefined {
  return knowledge.entries.get(`${role}.${topic}` as FaqId);
}
