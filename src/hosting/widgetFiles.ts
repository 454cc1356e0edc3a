// The built files of the chat on websites, all read at the start: what is not among them cannot be asked for.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the build puts them; npm runs every script from the project's folder. */
export const WIDGET_DIR = 'dist/widget';

export interface WidgetFile {
  readonly type: string;
  readonly body: Buffer;
  /** By content coding, as far as it was compressed. */
  readonly coded: ReadonlyMap<string, Buffer>;
}

export interface WidgetFiles {
  /** With a placeholder for its words. */
  readonly launcher: string;
  /** Names of the chat's script and style, among `named`. */
  readonly script: string;
  readonly style: string;
  /** Name -> file; the names of script and style change with their content. */
  readonly named: ReadonlyMap<string, WidgetFile>;
}

const TYPES = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
} as const;

const CODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/** Undefined where the chat was not built, as where the bot runs from its source. */
export function readWidgetFiles(folder: string): WidgetFiles | undefined {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const script = names.find((name) => /^chat-.*\.js$/.test(name));
  const style = names.find((name) => /^chat-.*\.css$/.test(name));
  if (!names.includes('widget.js') || script === undefined || style === undefined) return undefined;
  const read = (name: string): WidgetFile => ({
    type: TYPES[name.slice(name.lastIndexOf('.') + 1) as keyof typeof TYPES],
    body: readFileSync(join(folder, name)),
    coded: new Map(
      CODINGS.filter(([, ending]) => names.includes(name + ending)).map(([coding, ending]) => [
        coding,
        readFileSync(join(folder, name + ending)),
      ]),
    ),
  });
  const served = [script, style, ...names.filter((name) => name === 'licences.txt')];
  return {
    launcher: readFileSync(join(folder, 'widget.js'), 'utf8'),
    script,
    style,
    named: new Map(served.map((name) => [name, read(name)])),
  };
}
