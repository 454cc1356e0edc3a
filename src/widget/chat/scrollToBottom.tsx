// Takes the place of react-scroll-to-bottom in our bundle, for two things that Web Chat does not hand it: the nonce,
// without which our policy refuses its styles, and how far to scroll for a new message.
import React from 'react';
import { Composer as Original, type ScrollPosition } from 'react-scroll-to-bottom';
import { pageContent } from './pageContent';

export * from 'react-scroll-to-bottom';

/** Pixels above a message that fills the transcript. */
const GAP = 8;

/** Where the newest message begins, in pixels from the beginning of the transcript; undefined before there is one. */
export function topOfNewest(): number | undefined {
  const newest = [...document.querySelectorAll<HTMLElement>('.webchat__basic-transcript__activity')].at(-1);
  return newest && Math.max(0, newest.offsetTop - GAP);
}

/**
 * Pixels to scroll: to the end, but only so far that the newest message can be read from its beginning. Web Chat's own
 * ways stop at the first message that is new, with the question that waits for an answer out of sight.
 */
const toNewest = ({ maxValue, scrollTop }: ScrollPosition): number =>
  Math.min(maxValue, (topOfNewest() ?? Infinity) - scrollTop);

export const Composer = (props: React.ComponentProps<typeof Original>): React.ReactElement => (
  <Original {...props} nonce={pageContent.nonce} scroller={toNewest} />
);
