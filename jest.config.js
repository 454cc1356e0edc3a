const shared = {
  testEnvironment: 'node',
  transform: {
    '^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.json', diagnostics: false }],
    // These have no CommonJS; Node requires them as they are, Jest does so only from Node 24.9 on.
    '/node_modules/(jose|adaptivecards|strip-bom)/.+\\.js$': [
      'ts-jest',
      {
        // Without isolatedModules ts-jest would look at the types of all that it imports.
        tsconfig: { allowJs: true, isolatedModules: true, module: 'commonjs', target: 'es2023' },
        diagnostics: false,
      },
    ],
  },
  transformIgnorePatterns: [
    '/node_modules/(?!(@microsoft/app-manifest/node_modules/)?(jose|adaptivecards|strip-bom)/)',
  ],
};

/** @type {import('jest').Config} */
module.exports = {
  // Jest would leave a core to itself, but half of these tests wait for a browser or a server.
  maxWorkers: '100%',
  collectCoverageFrom: ['src/**/*.ts', 'dialogs/**/*.ts'],
  projects: [
    {
      ...shared,
      displayName: 'node',
      roots: ['<rootDir>/test'],
      testPathIgnorePatterns: ['<rootDir>/test/browser/'],
      globalSetup: '<rootDir>/test/helpers/globalSetup.ts',
    },
    // What these need besides takes long to make, so it is made only where one of them runs.
    {
      ...shared,
      displayName: 'browser',
      roots: ['<rootDir>/test/browser'],
      globalSetup: '<rootDir>/test/helpers/browser/globalSetup.ts',
    },
  ],
};
