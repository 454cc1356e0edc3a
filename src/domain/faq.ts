// FAQ entries and the facts they rest on: the bot's answers as values.
import type { RoleId } from './role';

/** `role.topic`, as in `billing.pay`; the contract with everyone who measures the bot, never renamed. */
export type FaqId = string & { readonly __brand: 'FaqId' };

/** Where a fact was read. */
export interface Source {
  readonly id: string;
  /** As a person reads it in the line of sources. */
  readonly name: string;
  readonly publisher: string;
  readonly url: string;
  /** ISO date on which a person last read it. */
  readonly read: string;
  /** ISO date by which a person should read it again: after that its facts may be out of date. */
  readonly again: string;
}

/** One claim with all its figures; the only place a figure of an answer may come from. */
export interface Fact {
  readonly id: string;
  readonly claim: string;
  /** When it was true, as a person says it: "May 2024", "2024-34". */
  readonly asOf: string;
  readonly source: Source;
  /** A: read at the source; B: reported by another page; B-: sources disagree, see `caution`. */
  readonly grade: 'A' | 'B' | 'B-';
  readonly caution?: string;
}

/** One answer of the bot. */
export interface Answer {
  readonly id: FaqId;
  readonly role: RoleId;
  /** The part of the id after the role; entries of one topic answer the same question for different roles. */
  readonly topic: string;
  /** The question as we would ask it; shown in offers and suggestions. */
  readonly question: string;
  readonly answer: string;
  readonly facts: readonly Fact[];
  /** The rest of it, for who wants to know more. */
  readonly more?: { readonly text: string; readonly facts: readonly Fact[] };
  readonly related: readonly FaqId[];
}

/** An answer with the phrasings by which it is asked. */
export interface FaqEntry extends Answer {
  /** Other phrasings of the question; the matcher learns from them. */
  readonly variants: readonly string[];
}

/** What is said to small talk (`chat.*`) and commands (`advice.*`). */
export interface ChatLine {
  readonly id: ChatId;
  readonly answer: string;
}

/** Small talk and commands are recognised like a question. */
export interface ChatEntry extends ChatLine {
  readonly variants: readonly string[];
}

export const COMMAND_IDS = [
  'advice.start',
  'advice.restart',
  'advice.cancel',
  'advice.back',
  'advice.change',
  'advice.resume',
  'advice.summary',
  'advice.explain',
] as const;
export type CommandId = (typeof COMMAND_IDS)[number];
export type ChatId = CommandId | `chat.${string}`;

export const isCommandId = (id: string): id is CommandId => (COMMAND_IDS as readonly string[]).includes(id);
