// What is open, seen from the bottom of the dialog stack, and what may be offered there.
import type { DialogInstance } from 'botbuilder-dialogs/lib/dialog';
import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext';
import type { AdviceMemory } from '../src/domain/adviceMemory';
import type { OpenCard } from '../src/domain/press';
import type { MenuId } from '../src/domain/questionnaire';
import { AdviceDialog } from './adviceDialog';
import { ClarifyDialog } from './clarifyDialog';
import { MenuDialog } from './menuDialog';

export const isAdvising = ({ stack }: DialogContext): boolean =>
  stack.some(({ id }) => id === AdviceDialog.id);

/** What the question of a dialog stands on; undefined where none is put. */
export const cardOf = ({ state }: DialogInstance): OpenCard | undefined =>
  (state as { readonly card?: OpenCard } | undefined)?.card;

/** The card of that id whose question is still to be answered, also below a "did you mean" or a menu. */
export const openCard = ({ stack }: DialogContext, id: string): OpenCard | undefined =>
  stack.map(cardOf).find((card) => card?.id === id);

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
