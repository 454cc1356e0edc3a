// The process of the load: runs one load after the other, as it is told.
import { runLoad, type Load, type LoadResult } from './serverLoad';

export type Answer = { readonly result: LoadResult } | { readonly error: string };

process.on('message', (load: Load) => {
  runLoad(load).then(
    (result) => process.send!({ result } satisfies Answer),
    (error: unknown) => process.send!({ error: String(error) } satisfies Answer),
  );
});
