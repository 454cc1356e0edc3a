// The zip file that Teams takes: the manifest and the icons, all at its top.
import { strToU8, zipSync } from 'fflate';
import type { IconName } from './icons';
import type { Manifest } from './manifest';

/** The same for the same content, whenever and wherever it is made; the earliest that zip knows, by local time. */
const MADE = new Date(1980, 0, 1);

export const manifestText = (manifest: Manifest): string => `${JSON.stringify(manifest, null, 2)}\n`;

/** The bytes of the zip; the same for the same content. */
export function createArchive(manifest: Manifest, icons: Readonly<Record<IconName, Uint8Array>>): Uint8Array {
  const files = {
    'manifest.json': strToU8(manifestText(manifest)),
    'color.png': icons.color,
    'outline.png': icons.outline,
  };
  return zipSync(files, { level: 9, mtime: MADE });
}
