// Tells when YAML files of a folder have changed, once for all that an author saves in one go.
import { watch } from 'chokidar';
import type { Logger } from 'pino';

export interface FolderWatchOptions {
  readonly folder: string;
  readonly onChange: () => void;
  /** Milliseconds without a further change before it is told. */
  readonly quietMs?: number;
  readonly logger: Logger;
}

export interface FolderWatch {
  close(): Promise<void>;
}

/** Resolves once no change is missed any more. */
export async function watchFolder(options: FolderWatchOptions): Promise<FolderWatch> {
  const { folder, onChange, quietMs = 500, logger } = options;
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, {
    ignoreInitial: true,
    // Editors write copies beside the file, and put one in its place at the end.
    ignored: (path, stats) => stats?.isFile() === true && !path.endsWith('.yaml'),
  });
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(onChange, quietMs);
  });
  watcher.on('error', (err) => logger.error({ err }, 'a change of the folder may be missed'));
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  return {
    close() {
      clearTimeout(timer);
      return watcher.close();
    },
  };
}
