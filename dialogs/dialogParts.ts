// What the dialogs are given by the bot they run in: what it knows, what it keeps, and whom it tells.
import type { StatePropertyAccessor, TurnContext } from 'botbuilder';
import type { AdviceMemory } from '../src/domain/adviceMemory';
import type { ConversationContext } from '../src/domain/conversationContext';
import type { RatedMessage } from '../src/domain/feedback';
import type { SpokenKnowledge } from '../src/domain/knowledgeBase';
import { withoutMentions } from '../src/domain/mentions';
import type { Press, PressOutcome } from '../src/domain/press';
import type { Recognizer } from '../src/domain/recognizer';
import type { Records } from '../src/domain/records';
import type { ResultPages } from '../src/domain/resultPages';
import type { Standing } from '../src/domain/standing';
import type { TurnReport } from '../src/domain/turnReport';
import type { UnansweredQuestions } from '../src/domain/unanswered';

/** The properties are kept in the state of the talk. */
export interface DialogParts {
  readonly knowledge: SpokenKnowledge;
  readonly recognizer: Recognizer;
  /** What the talk is about. */
  readonly conversationContext: StatePropertyAccessor<ConversationContext>;
  /** What is kept of the guided advice while none is open. */
  readonly adviceMemory: StatePropertyAccessor<AdviceMemory>;
  /** When the person last wrote, in milliseconds since 1970. */
  readonly lastMessageAt: StatePropertyAccessor<number>;
  /** Answers that the person may say something about, oldest first. */
  readonly ratedMessages: StatePropertyAccessor<readonly RatedMessage[]>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Where results can be opened as a page; absent where the bot has no server. */
  readonly pages?: ResultPages;
  /** What is kept of a person elsewhere; absent where nothing is. */
  readonly records?: Records;
  /** Absent where nobody wants to know. */
  readonly unanswered?: UnansweredQuestions;
  /** The last press that was taken, which holds what was chosen. */
  readonly takenPress: StatePropertyAccessor<unknown>;
  /** Told once a turn what it came to. */
  readonly report: (context: TurnContext, report: TurnReport) => void;
  /** Told at the end of a turn where the talk stands. */
  readonly stand: (context: TurnContext, standing: Standing) => void;
  /** The press on a card that the turn is about; undefined where a person wrote. */
  readonly pressIn: (context: TurnContext) => Press | undefined;
  /** Told once a press what became of it. */
  readonly settle: (context: TurnContext, outcome: PressOutcome) => void;
}

/** The message as matched; of a press, the choice. */
export const textOf = ({ activity: { text, entities = [], recipient } }: TurnContext): string =>
  withoutMentions(text ?? '', entities, recipient?.id ?? '');
