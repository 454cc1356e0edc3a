// What a page can listen to.

export interface AdvisorEvents {
  /** The chat takes messages. */
  readonly ready: undefined;
  readonly open: undefined;
  readonly close: undefined;
  /** That there is a message, and whose; the words are the person's own business. */
  readonly message: { readonly from: 'bot' | 'user' };
  /**
   * `unavailable`: the chat did not load, as the bot is away or does not know this page (WIDGET_ORIGINS); `connection`: it
   * has lost the bot for now, and tries on.
   */
  readonly error: { readonly reason: string };
}

type Listener<E extends keyof AdvisorEvents> = (detail: AdvisorEvents[E]) => void;

export interface Events {
  /** @returns ends the listening */
  readonly on: <E extends keyof AdvisorEvents>(event: E, listener: Listener<E>) => () => void;
  readonly emit: <E extends keyof AdvisorEvents>(event: E, detail: AdvisorEvents[E]) => void;
}

/** A listener that throws is told to the console's error event, and hinders neither the others nor the chat. */
export function createEvents(report: (error: unknown) => void): Events {
  const listeners = new Map<string, Set<(detail: never) => void>>();
  return {
    on(event, listener) {
      const those = listeners.get(event) ?? new Set();
      listeners.set(event, those.add(listener));
      return () => void those.delete(listener);
    },
    emit(event, detail) {
      [...(listeners.get(event) ?? [])].forEach((listener) => {
        try {
          listener(detail as never);
        } catch (error) {
          report(error);
        }
      });
    },
  };
}
