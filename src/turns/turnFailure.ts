// What happens when a turn fails, on whichever channel: it is logged, the dialog ends unless the database is to blame, and
// the person is told.
import type { TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import { isStorageFailure } from '../domain/storageError';
import { turnFields } from '../logging';

export interface TurnFailureOptions {
  readonly logger: Logger;
  /** What is said to the person, as the knowledge has it then. */
  readonly errorText: () => string;
  /** Ends the active dialog and saves the state, so that the next message does not meet the same failure. */
  readonly resetDialog: (context: TurnContext) => Promise<void>;
  /** Called for each turn that fails. */
  readonly onFailure?: () => void;
}

/** To be an adapter's onTurnError; it never rejects. */
export function createTurnFailure({ logger, errorText, resetDialog, onFailure }: TurnFailureOptions) {
  return async (context: TurnContext, error: Error): Promise<void> => {
    const log = logger.child(turnFields(context.activity));
    log.error({ err: error }, 'the turn failed');
    onFailure?.();
    // A database that fails is no fault of the dialog: what it last stored still holds, and the same message may go on there.
    if (!isStorageFailure(error)) {
      await resetDialog(context).catch((err: unknown) => log.error({ err }, 'the dialog could not be ended'));
    }
    await context
      .sendActivity(errorText())
      .catch((err: unknown) => log.error({ err }, 'the apology was not sent'));
  };
}
