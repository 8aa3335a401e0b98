import { readFileSync } from 'node:fs';
import { useTestApp } from '../support/app.js';

describe('openapi.json', () => {
  const app = useTestApp();

  it('is what the service answers; `npm run openapi` writes it afresh', async () => {
    const { body } = await app.get('/api/openapi.json');
    expect(body).toEqual(JSON.parse(readFileSync('openapi.json', 'utf8')));
  });
});
