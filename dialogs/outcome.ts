// What is left to do once free text was answered or something was picked, for the dialog below or the root to follow.
import type { Decision } from '../src/domain/decision';
import type { ChatId, FaqId } from '../src/domain/faq';
import type { MenuId, QuestionId } from '../src/domain/questionnaire';
import type { UnansweredQuestion } from '../src/domain/unanswered';

/** What a "did you mean" stands on. */
export interface Offered {
  readonly offers: readonly FaqId[];
  /** What was asked, to be kept where none of the offers is it. */
  readonly asked?: UnansweredQuestion;
}

/** What is left to do: ask back, begin the guided advice, what was picked from a menu, change an answer, or nothing. */
export type Outcome =
  | ({ readonly next: 'clarify' } & Offered)
  | { readonly next: 'advise' }
  | { readonly next: MenuId }
  | { readonly next: 'change'; readonly question: QuestionId }
  | { readonly next: 'goodbye' }
  | { readonly next: 'nothing' };

/** The entry that is answered by the guided advice itself. */
const ADVISED: FaqId = 'both.right-for-me' as FaqId;

const GOODBYE = 'chat.goodbye' satisfies ChatId;

/** The first thing that is left to do; goodbye only where nothing else was said. */
export function outcomeOf(decisions: readonly Decision[]): Outcome {
  for (const decision of decisions) {
    if (decision.kind === 'clarify') return { next: 'clarify', offers: decision.offers };
    if (decision.kind === 'answer' && decision.ids.includes(ADVISED)) return { next: 'advise' };
  }
  const isGoodbye = decisions.every((decision) => decision.kind === 'chat' && decision.id === GOODBYE);
  return { next: isGoodbye ? 'goodbye' : 'nothing' };
}
