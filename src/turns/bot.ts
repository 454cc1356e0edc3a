// What runs a turn, on whichever channel it came.
import type { TurnContext } from 'botbuilder';

export type Bot = (context: TurnContext) => Promise<void>;
