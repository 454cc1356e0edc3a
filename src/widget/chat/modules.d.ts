// Of what is imported and has no types of its own. esbuild puts style sheets that are imported into a file.
declare module '*.css';
declare module 'react-scroll-to-bottom' {
  /** Pixels; `maxValue`: from here to the end. */
  export interface ScrollPosition {
    readonly maxValue: number;
    readonly scrollTop: number;
  }
  export const Composer: React.ComponentType<{
    nonce?: string;
    scroller?: (position: ScrollPosition) => number;
  }>;
}
