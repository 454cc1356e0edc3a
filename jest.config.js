const shared = {
  testEnvironment: 'node',
  transform: {
    '^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.json', diagnostics: false }],
    // They have no CommonJS; Node requires it as it is, Jest does so only from Node 24.9 on.
    '/node_modules/(jose|adaptivecards)/.+\\.js$': [
      'ts-jest',
      { tsconfig: { allowJs: true, module: 'commonjs', target: 'es2023' }, diagnostics: false },
    ],
  },
  transformIgnorePatterns: ['/node_modules/(?!(jose|adaptivecards)/)'],
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
