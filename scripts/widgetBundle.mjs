// How Web Chat becomes a small bundle: which of its files are compiled, and what is left out, each with its reason.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '..');
/** Languages of the chat's own words; Web Chat brings those and no more. */
const languages = Object.keys(parse(readFileSync(join(root, 'knowledge/widget.yaml'), 'utf8')));

/** A component that draws nothing. */
const NOTHING = 'exports.__esModule = true; exports.default = () => null;';

/** What a module is replaced by: the code of it (CommonJS). Patterns are of the path as it is imported. */
const REPLACED = [
  // Speech, and the streaming of Azure's App Service, are not offered: no microphone, one transport.
  [/^\.\/create(CognitiveServicesSpeechServicesPonyfillFactory|DirectLineSpeechAdapters)$/, ''],
  [/^\.\/directLineStreaming$/, ''],
  // Says what the bot answers aloud, and hears what is said; both only ever do so with a speech service.
  [
    /^react-say$/,
    `${NOTHING} exports.Composer = ({ children }) => children; exports.SayUtterance = exports.default;`,
  ],
  [/^react-dictate-button/, `${NOTHING} exports.Composer = exports.default;`],
  // Only the carousel element of Adaptive Cards 1.6 uses it, and Web Chat draws cards up to 1.5.
  [/^swiper/, ''],
  // Polyfills for browsers that are older than what we compile for.
  [/^(core-js\/|url-search-params-polyfill|whatwg-fetch|cross-fetch|abort-controller-es5)/, ''],
  // Only reads style attributes of Markdown, which our policy forbids anyway; where it throws, the attribute is dropped.
  [/^postcss$/, "exports.parse = () => { throw new Error('style attributes are not let in'); };"],
  // Tries with a style of its own, which our policy refuses, what every browser that we compile for can do.
  [/\/supportPseudoClass$/, 'exports.__esModule = true; exports.default = () => true;'],
  // Names the type of a file that is uploaded: there are none.
  [/^mime$/, "exports.getType = () => 'application/octet-stream';"],
];

/** Numbers and dates of 45 languages; browsers know them. */
const GLOBALIZE = join(root, 'src/widget/chat/globalize.ts');

/** Passes the nonce on. */
const SCROLL = join(root, 'src/widget/chat/scrollToBottom.tsx');

/** Helpers of Babel that stand for built-in objects and methods, each with a polyfill behind it. */
const POLYFILLED =
  /^(?:@babel\/runtime-corejs3\/core-js(?:-stable)?|core-js-pure\/features)\/(.+?)(?:\/index)?(?:\.js)?$/;

const SPELT = { json: 'JSON', 'parse-int': 'parseInt', 'parse-float': 'parseFloat', url: 'URL' };

/** The built-in itself: `instance/find-index` -> `(it) => it.findIndex`, `object/keys` -> `Object.keys`. */
function builtIn(path) {
  const camel = (text) => text.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  if (path === 'get-iterator-method') return '(it) => it[Symbol.iterator]';
  const [first, second] = path.split('/');
  if (first === 'instance') {
    if (!(camel(second) in Array.prototype)) throw new Error(`no array has ${path}`);
    return `(it) => it.${camel(second)}`;
  }
  const name = SPELT[first] ?? (first.startsWith('set-') ? camel(first) : camel(`-${first}`));
  const value = second === undefined ? globalThis[name] : globalThis[name]?.[camel(second)];
  if (value === undefined) throw new Error(`nothing built in is ${path}`);
  if (second === undefined) return name;
  return typeof value === 'function' ? `${name}.${camel(second)}.bind(${name})` : `${name}.${camel(second)}`;
}

/** Of esbuild. */
export const webChat = {
  name: 'web-chat',
  setup(build) {
    const replaced = new Map();
    const replace = (path, contents) => {
      replaced.set(path, contents);
      return { path, namespace: 'replaced', sideEffects: false };
    };
    // Web Chat ships its source beside three compiled forms of it, all made for browsers of 2015: compiled by us it is a
    // third smaller than any of them.
    build.onResolve({ filter: /^botframework-webchat(-api|-component|-core)?(\/.*)?$/ }, ({ path }) => {
      const [name, part = 'index'] = path.split('/');
      const source = join(root, 'node_modules', name, 'src');
      const files = [`${part}.ts`, `${part}.tsx`, `${part}/index.ts`].map((file) => join(source, file));
      return { path: files.find(existsSync) };
    });
    build.onResolve({ filter: /external\/PrecompiledGlobalize$/ }, () => ({ path: GLOBALIZE }));
    build.onResolve({ filter: /^react-scroll-to-bottom$/ }, ({ importer }) =>
      importer === SCROLL ? undefined : { path: SCROLL },
    );
    build.onResolve({ filter: POLYFILLED }, ({ path }) =>
      replace(path, `module.exports = ${builtIn(POLYFILLED.exec(path)[1])};`),
    );
    build.onResolve({ filter: /^\.\/.*\.json$/ }, ({ path, resolveDir }) =>
      resolveDir.endsWith('localization') && !isWanted(path)
        ? replace(path, 'module.exports = {};')
        : undefined,
    );
    for (const [filter, contents] of REPLACED)
      build.onResolve({ filter }, ({ path }) => replace(path, contents));
    build.onLoad({ filter: /.*/, namespace: 'replaced' }, ({ path }) => ({
      contents: replaced.get(path),
      loader: 'js',
    }));
  },
};

/** English also fills what other languages lack. */
function isWanted(path) {
  const language = /([^/]+)\.json$/.exec(path)[1];
  return (
    ['en-US', 'overrides'].includes(language) ||
    languages.some((each) => language.split('-')[0] === each.split('-')[0])
  );
}
