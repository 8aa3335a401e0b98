import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { SECRET } from './test/support/tokens.js';
import { BASE_URL, HOST_URL } from './test/support/world.js';

/** `npm run test:web` says where the browser is, and gives the service an empty folder to stand in. */
const { CHROMIUM = '', SERVICE_FOLDER = '' } = process.env;

export default defineConfig({
  testDir: 'test',
  outputDir: '../dist/test-web',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: 'list',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: BASE_URL,
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    timezoneId: 'UTC',
    screenshot: 'only-on-failure', // a trace of every test would take as long as the tests
    launchOptions: {
      executablePath: CHROMIUM,
      args: [
        '--no-sandbox', // Chromium refuses to sandbox for root
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: `"${process.execPath}" "${path.resolve('dist/src/main.js')}"`,
    cwd: SERVICE_FOLDER,
    env: {
      PORT: new URL(BASE_URL).port,
      PUBLIC_URL: BASE_URL,
      JWT_SECRET: SECRET,
      LOG_LEVEL: 'error',
      RATE_LIMIT_PUBLIC: '0',
      EMBED_ORIGINS: HOST_URL,
      RETURN_ORIGINS: 'https://app.example.com',
    },
    url: `${BASE_URL}/health/ready`,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
});
