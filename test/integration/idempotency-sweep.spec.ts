import { IdempotencySweepService } from '../../src/app/jobs/idempotency-sweep.service.js';
import { useTestApp } from '../support/app.js';
import { anEmail, aTenant } from '../support/factories.js';

const HOUR_MS = 60 * 60_000;

describe('answers kept for an Idempotency-Key', () => {
  const app = useTestApp();

  it.each([
    [23, 1],
    [25, 0],
  ])('after %i hours: %i left', async (hours, left) => {
    const { id, admin: token } = await aTenant(app);
    const person = { name: 'Zoe Quillfeather', email: anEmail() };
    const headers = { 'idempotency-key': 'one' };
    expect((await app.call('POST', '/api/customers', { token, body: person, headers })).status).toBe(201);
    app.setClockAhead(hours * HOUR_MS);
    await app.nest.get(IdempotencySweepService).run();
    app.setClockAhead(0);
    expect(await app.database.count(`idempotency_key where tenant_id = '${id}'`)).toBe(left);
  });
});
