// The trace of a turn, which the Emulator lists beside the talk. No other channel gets it: it holds a person's words.
import { Channels, type TurnContext } from 'botbuilder';
import type { Questionnaire } from '../domain/questionnaire';
import type { Standing } from '../domain/standing';
import type { TurnReport } from '../domain/turnReport';
import { presentTrace } from '../presenters/turnTrace';

export const TRACE_NAME = 'recognition';

const STANDING = Symbol('where the talk stands');

/** Names the schema of the trace's value; a URN, for there is no page behind it. */
const SCHEMA = 'urn:career-advisor:turn-trace';

/** Keeps what the dialogs tell until the turn is over. */
export function keepStanding(context: TurnContext, standing: Standing): void {
  context.turnState.set(STANDING, standing);
}

/** Does nothing on channels other than the Emulator; the SDK would send it to all that expect their replies at once. */
export async function sendTurnTrace(
  context: TurnContext,
  report: TurnReport | undefined,
  questionnaire: Questionnaire,
): Promise<void> {
  if (!report || context.activity.channelId !== String(Channels.Emulator)) return;
  const value = presentTrace(report, context.turnState.get<Standing>(STANDING), questionnaire);
  await context.sendTraceActivity(TRACE_NAME, value, SCHEMA, 'Recognition, decision and guided advice');
}
