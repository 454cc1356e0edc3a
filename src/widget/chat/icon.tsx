// The few signs on our buttons; each button says in words what it does.
import React from 'react';

const PATHS = {
  new: 'M12 5H6a2 2 0 0 0-2 2v11a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2v-6M18.4 3.6a2 2 0 0 1 2.9 2.9L12.6 15.2 9 16l.8-3.6z',
  close: 'M6 6l12 12M18 6L6 18',
  send: 'M4 12l16-8-5.5 16-3-6.5zM11.5 13.5L20 4',
} as const;

export const Icon = ({ name }: { readonly name: keyof typeof PATHS }): React.ReactElement => (
  <svg viewBox="0 0 24 24" className="icon" aria-hidden="true" focusable="false">
    <path d={PATHS[name]} />
  </svg>
);
