// Says when there is no connection, and that nothing typed will be lost.
import React, { useEffect, useState } from 'react';
import type { ChatWords } from '../../domain/widgetWords';
import type { Connection, LinkState } from './connection';

interface ConnectivityProps extends Pick<Connection, 'state$'> {
  readonly words: ChatWords;
}

/** Milliseconds; a connection that is back sooner is not worth a word. */
const PATIENCE = 1500;

/** In place of Web Chat's own, which takes what it talks to for connected (connection.ts). */
export function Connectivity({ state$, words }: ConnectivityProps): React.ReactElement {
  const [state, setState] = useState<LinkState>('connecting');
  const [isLong, setIsLong] = useState(false);
  const isOnline = state === 'online';
  useEffect(() => {
    const subscription = state$.subscribe({ next: setState });
    return () => subscription.unsubscribe();
  }, [state$]);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(!isOnline), isOnline ? 0 : PATIENCE);
    return () => clearTimeout(timer);
  }, [isOnline]);
  return (
    <p className="waiting" role="status" data-state={state}>
      {isLong && !isOnline ? words.waiting : ''}
    </p>
  );
}
