// Of what is imported and has no types of its own. esbuild puts style sheets that are imported into a file.
declare module '*.css';
declare module 'react-scroll-to-bottom' {
  export const Composer: React.ComponentType<{ nonce?: string; scroller?: unknown }>;
}
