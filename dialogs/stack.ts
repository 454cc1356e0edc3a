// What is open, seen from the bottom of the dialog stack, and what may be offered there.
import type { DialogInstance } from 'botbuilder-dialogs/lib/dialog';
import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext';
import type { AdviceSession } from '../src/domain/advice';
import type { AdviceMemory } from '../src/domain/adviceMemory';
import type { OpenCard } from '../src/domain/press';
import type { MenuId } from '../src/domain/questionnaire';
import { AdviceDialog } from './adviceDialog';
import { stateOf } from './adviceState';
import { ClarifyDialog } from './clarifyDialog';
import type { DialogParts } from './dialogParts';
import { MenuDialog } from './menuDialog';

export const isAdvising = ({ stack }: DialogContext): boolean =>
  stack.some(({ id }) => id === AdviceDialog.id);

/** What was answered in the advice that is under way; undefined where none is. */
export function sessionIn({ stack }: DialogContext): AdviceSession | undefined {
  const advice = stack.find(({ id }) => id === AdviceDialog.id);
  return advice && stateOf(advice).session;
}

/** What the question of a dialog stands on; undefined where none is put. */
export const cardOf = ({ state }: DialogInstance): OpenCard | undefined =>
  (state as { readonly card?: OpenCard } | undefined)?.card;

/**
 * Settles the press that the turn is about, if it is about one: its card may stand below a "did you mean" or a menu.
 * @returns whether there is something to answer
 */
export function settlePress(
  { context, stack }: DialogContext,
  { pressIn, settle }: Pick<DialogParts, 'pressIn' | 'settle'>,
): boolean {
  const press = pressIn(context);
  if (!press) return true;
  const card = stack.map(cardOf).find((each) => each?.id === press.card);
  settle(context, card ? { kind: 'taken', question: card.question } : { kind: 'closed' });
  return card !== undefined;
}

/** Drops an open "did you mean" or menu; above the advice, ending it properly would put the question twice. */
export function withoutMenu(inner: DialogContext): DialogContext {
  const { activeDialog } = inner;
  if (activeDialog?.id === ClarifyDialog.id || activeDialog?.id === MenuDialog.id) inner.stack.pop();
  return inner;
}

/** What a person who comes back may choose; to start again always, so one item alone is no menu. */
export const menuItems = ({ paused, finished }: AdviceMemory, advising: boolean): MenuId[] => [
  ...(advising || paused ? (['go-on'] as const) : []),
  ...(finished ? (['result'] as const) : []),
  'restart',
];
