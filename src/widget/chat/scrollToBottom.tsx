// Takes the place of react-scroll-to-bottom in our bundle: Web Chat does not hand it the nonce, and without that our
// policy refuses its styles.
import React from 'react';
import { Composer as Original } from 'react-scroll-to-bottom';
import { pageContent } from './pageContent';

export * from 'react-scroll-to-bottom';

export const Composer = (props: React.ComponentProps<typeof Original>): React.ReactElement => (
  <Original {...props} nonce={pageContent.nonce} />
);
