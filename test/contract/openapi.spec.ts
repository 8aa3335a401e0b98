import { readFileSync } from 'node:fs';
import { TestApp } from '../support/app.js';

describe('openapi.json', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  it('is what the service answers; `npm run openapi` writes it afresh', async () => {
    const { body } = await app.get('/api/openapi.json');
    expect(body).toEqual(JSON.parse(readFileSync('openapi.json', 'utf8')));
  });
});
