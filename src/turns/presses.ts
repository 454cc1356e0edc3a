// What a turn knows of the press on a card that it is about, from the channel to the dialogs and back.
import type { TurnContext } from 'botbuilder';
import type { Press, PressOutcome } from '../domain/press';

const PRESS = Symbol('press');
const OUTCOME = Symbol('outcome of the press');

/** From here on the turn is about the press: its choice stands for what the person says. */
export function bringPress(context: TurnContext, press: Press): void {
  context.turnState.set(PRESS, press);
  context.activity.text = press.choice;
}

export const pressIn = ({ turnState }: TurnContext): Press | undefined => turnState.get<Press>(PRESS);

export const settlePress = ({ turnState }: TurnContext, outcome: PressOutcome): void => {
  turnState.set(OUTCOME, outcome);
};

/** Undefined where no dialog saw the press. */
export const outcomeOfPress = ({ turnState }: TurnContext): PressOutcome | undefined =>
  turnState.get<PressOutcome>(OUTCOME);
