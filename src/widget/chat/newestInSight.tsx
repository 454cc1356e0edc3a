// Keeps up with a bot that says several things in a row: once the transcript stands still at a long message
// (scrollToBottom.tsx), Web Chat takes it that the person is reading, and leaves what comes next out of sight.
import { hooks } from 'botframework-webchat';
import React, { useEffect, useRef } from 'react';
import { topOfNewest } from './scrollToBottom';

/** Milliseconds; what comes later than that after another message must not move what a person reads. */
const TOGETHER = 2000;

export function NewestInSight(): React.ReactElement {
  const [activities] = hooks.useActivities();
  const scrollTo = hooks.useScrollTo();
  const scrollToNow = useRef(scrollTo);
  scrollToNow.current = scrollTo;
  const count = activities.filter(({ type }) => type === 'message').length;
  const cameAt = useRef(-Infinity);

  useEffect(() => {
    const isTogether = performance.now() - cameAt.current < TOGETHER;
    cameAt.current = performance.now();
    const scrollTop = topOfNewest();
    if (isTogether && scrollTop !== undefined) scrollToNow.current({ scrollTop }, { behavior: 'smooth' });
  }, [count]);
  return <></>;
}
