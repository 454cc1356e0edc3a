// Writes a page that `npm run evaluate` made.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { ConfigError } from '../errors';

/**
 * @param file its folder is made when missing
 * @returns the full path
 * @throws ConfigError where it cannot be written
 */
export function writeReport(file: string, page: string): string {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, page);
  } catch (error) {
    throw new ConfigError(`the report cannot be written: ${(error as Error).message}`);
  }
  return resolve(file);
}
