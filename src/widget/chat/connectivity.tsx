// Says when there is no connection, and that nothing typed will be lost.
import React, { useEffect, useState } from 'react';
import type { ChatWords } from '../../domain/widgetWords';
import type { Connection, LinkState } from './connection';
import type { Host } from './host';

interface ConnectivityProps extends Pick<Connection, 'state$'> {
  readonly host: Pick<Host, 'tell'>;
  readonly words: ChatWords;
}

/** Milliseconds; a connection that is back sooner is not worth a word. */
const PATIENCE = 1500;

/** In place of Web Chat's own, which takes what it talks to for connected (connection.ts). */
export function Connectivity({ host, state$, words }: ConnectivityProps): React.ReactElement {
  const [state, setState] = useState<LinkState>('connecting');
  const [isLong, setIsLong] = useState(false);
  const isOnline = state === 'online';
  useEffect(() => {
    const subscription = state$.subscribe({ next: setState });
    return () => subscription.unsubscribe();
  }, [state$]);
  useEffect(() => {
    if (isOnline) return setIsLong(false);
    const timer = setTimeout(() => {
      setIsLong(true);
      host.tell({ type: 'error', reason: 'connection' });
    }, PATIENCE);
    return () => clearTimeout(timer);
  }, [host, isOnline]);
  return (
    <p className="waiting" role="status" data-state={state}>
      {isLong && !isOnline ? words.waiting : ''}
    </p>
  );
}
