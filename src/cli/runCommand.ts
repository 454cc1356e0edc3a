// How every command ends: its exit code, or one clear line where it could not do its work.
import { existsSync } from 'node:fs';
import { ConfigError, KnowledgeError } from '../errors';

/** @param main resolves to the exit code */
export function runCommand(main: () => Promise<number> | number): void {
  if (existsSync('.env')) process.loadEnvFile('.env');
  Promise.resolve()
    .then(main)
    .then(
      (code) => (process.exitCode = code),
      (error: unknown) => {
        process.exitCode = 1;
        if (error instanceof ConfigError || error instanceof KnowledgeError) console.error(error.message);
        else if (isUsageError(error)) console.error(`${error.message}\nTry --help.`);
        else console.error(error);
      },
    );
}

/** What node:util's parseArgs throws for an option that does not exist. */
const isUsageError = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
