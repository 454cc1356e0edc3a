// Between Web Chat and the page around it: what the page says is done, and what happens is told. No words leave here.
import { hooks } from 'botframework-webchat';
import React, { useEffect, useRef } from 'react';
import type { Host } from './host';
import type { Keeper } from './keepsake';
import type { ToChat } from '../protocol';

interface HostEventsProps {
  readonly host: Host;
  readonly keeper: Keeper;
}

export function HostEvents({ host, keeper }: HostEventsProps): React.ReactElement {
  const [activities] = hooks.useActivities();
  const focus = hooks.useFocus();
  const sendMessage = hooks.useSendMessage();
  const told = useRef(new Set<string>());
  const wasSeen = useRef(keeper.seen());

  useEffect(() => {
    for (const { id, type, from, timestamp } of activities) {
      if (type !== 'message' || !id || !timestamp || told.current.has(id)) continue;
      told.current.add(id);
      // What a visit before this one has seen is no news.
      if (timestamp > wasSeen.current)
        host.tell({ type: 'message', from: from.role === 'user' ? 'user' : 'bot' });
      if (host.isShown()) keeper.see(timestamp);
    }
  }, [activities, host, keeper]);

  const obey = (message: ToChat): void => {
    if (message.type === 'focus') void focus('sendBox');
    if (message.type === 'send') sendMessage(message.text);
    if (message.type === 'shown' && message.shown) {
      const newest = activities
        .map(({ timestamp }) => timestamp ?? '')
        .sort()
        .at(-1);
      if (newest) keeper.see(newest);
    }
  };
  const obeyNow = useRef(obey);
  obeyNow.current = obey;
  useEffect(() => {
    const end = host.listen((message) => obeyNow.current(message));
    host.tell({ type: 'ready' });
    return end;
  }, [host]);

  useEffect(() => {
    const leave = (event: KeyboardEvent): void => {
      const isInDialog = document.querySelector('dialog[open]') !== null;
      if (event.key === 'Escape' && !event.defaultPrevented && !isInDialog) host.tell({ type: 'close' });
    };
    addEventListener('keydown', leave);
    return () => removeEventListener('keydown', leave);
  }, [host]);
  return <></>;
}
