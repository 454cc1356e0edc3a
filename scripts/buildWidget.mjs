// Bundles the chat for websites into dist/widget/: the launcher, the chat and its style, each also compressed, and the
// licences of what is in them. Fails where a bundle is larger than its budget.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { webChat } from './widgetBundle.mjs';

/** Bytes after gzip: of the launcher, what a page may cost that nobody chats on; of the chat, what it has plus 3 %. */
const BUDGETS = { 'widget.js': 5_000, 'chat.js': 428_000, 'chat.css': 1_490 };

const root = join(import.meta.dirname, '..');
const out = join(root, 'dist/widget');
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const COMMON = {
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  // licences.txt has them all, and those of packages without such comments.
  legalComments: 'none',
  banner: { js: '/*! Licences: licences.txt beside this file */' },
  logLevel: 'warning',
  // Not those that packages left beside their sources.
  tsconfigRaw: {},
  outdir: out,
  metafile: true,
};
await build({ ...COMMON, banner: {}, entryPoints: { widget: join(root, 'src/widget/launcher.ts') } });
const chat = await build({
  ...COMMON,
  entryPoints: { chat: join(root, 'src/widget/chat/main.tsx') },
  jsx: 'transform',
  loader: { '.js': 'jsx' },
  define: {
    global: 'globalThis',
    'process.env.NODE_ENV': '"production"',
    'process.env.node_env': '"production"',
    'process.env.build_tool': '"esbuild"',
    'process.env.module_format': '"global"',
    'process.env.npm_package_version': JSON.stringify(versionOf('botframework-webchat')),
  },
  plugins: [webChat],
});
if (process.argv.includes('--explain')) explain(chat.metafile);
writeFileSync(join(out, 'licences.txt'), licences(chat.metafile));

const sizes = readdirSync(out)
  .filter((name) => /\.(js|css)$/.test(name))
  .map((name) => ({ name, bytes: publish(name) }));
const tooLarge = sizes.filter(({ name, bytes }) => bytes > BUDGETS[name]);
for (const { name, bytes } of sizes)
  console.error(`${name}: ${bytes} bytes gzipped, at most ${BUDGETS[name]}`);
if (tooLarge.length > 0) {
  console.error(
    `Over budget: ${tooLarge.map(({ name }) => name).join(', ')}. See BUDGETS in scripts/buildWidget.mjs.`,
  );
  process.exit(1);
}

/** Names what may be cached for ever by its content, and writes it compressed too. @returns bytes after gzip */
function publish(name) {
  const content = readFileSync(join(out, name));
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 12);
  const [stem, extension] = name.split('.');
  const published = stem === 'chat' ? `${stem}-${hash}.${extension}` : name;
  renameSync(join(out, name), join(out, published));
  const gzipped = gzipSync(content, { level: 9 });
  // widget.js is compressed by the server, which puts words into it.
  if (stem === 'chat') {
    writeFileSync(join(out, `${published}.gz`), gzipped);
    writeFileSync(
      join(out, `${published}.br`),
      brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    );
  }
  return gzipped.length;
}

function versionOf(name) {
  return JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).version;
}

/** Of every package that the chat has code of: name, version, licence and its text. */
function licences({ inputs }) {
  const folders = Object.keys(inputs).map((file) => /.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0]);
  const texts = [...new Set(folders)].filter(Boolean).map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const file = readdirSync(join(root, folder)).find((each) => /^licen[cs]e/i.test(each));
    const text = file ? readFileSync(join(root, folder, file), 'utf8').trim() : '';
    return `${name} ${version} (${license})\n\n${text}`.trim();
  });
  return `${texts.sort().join('\n\n----\n\n')}\n`;
}

/** `--explain`: what the chat is made of, by package. */
function explain({ outputs }) {
  const inputs = Object.entries(Object.values(outputs).sort((a, b) => b.bytes - a.bytes)[0].inputs);
  const bytes = {};
  for (const [file, { bytesInOutput }] of inputs) {
    const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? 'our own';
    bytes[name] = (bytes[name] ?? 0) + bytesInOutput;
  }
  const rows = Object.entries(bytes).sort((a, b) => b[1] - a[1]);
  for (const [name, size] of rows.slice(0, 40)) console.error(String(size).padStart(8), name);
}
