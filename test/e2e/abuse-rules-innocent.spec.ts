import type { EnrollmentAnswer } from '../../src/enrollment/enrollment.dto.js';
import { type Reply, useTestApp } from '../support/app.js';
import { aCustomer, anEmail, aPromo, aReferrer, aTenant, type TestTenant } from '../support/factories.js';
import { countsOf, enrollFrom, queueOf, saveRules } from './suspects.js';

describe('abuse rules with mode hold do not match', () => {
  const app = useTestApp();
  let tenant: TestTenant;
  let john: { id: string; code: string };
  let addresses = 0;

  beforeEach(async () => {
    tenant = await aTenant(app);
    john = await aReferrer(app, tenant);
    await saveRules(app, tenant, {
      same_email: 'hold',
      same_phone: 'hold',
      disposable_domain: 'hold',
      velocity_referrer: 'hold',
      velocity_address: 'hold',
      same_address: 'hold',
    });
  });

  const anAddress = (): string => `127.0.${1 + Math.floor(++addresses / 200)}.${1 + (addresses % 200)}`;
  /** Enrolls a person with John's code. */
  const aFriend = (
    person: Parameters<typeof enrollFrom>[3] = {},
    address = anAddress(),
  ): Promise<Reply<EnrollmentAnswer>> =>
    enrollFrom(app, tenant, address, { referral_code: john.code, ...person });
  const expectNobody = async (): Promise<void> => {
    expect(await queueOf(app, tenant)).toEqual([]);
    expect(await countsOf(app, tenant)).toEqual([]);
  };

  it('a person with the same name, but another e-mail address and number', async () => {
    await app.post(
      '/api/customers',
      { name: 'Jo Doe', email: 'jo.doe@example.com', phone: '+1 555 0100' },
      tenant.admin,
    );
    await aFriend({ name: 'Jo Doe', email: 'jodoe@example.com', phone: '+1 555 0101' });
    await expectNobody();
  });

  it('dots in an e-mail address where they matter', async () => {
    await aCustomer(app, tenant, { email: 'jane.roe@example.com' });
    await aFriend({ email: 'janeroe@example.com' });
    await expectNobody();
  });

  it('text that is not a phone number', async () => {
    for (const phone of ['1', '0000000', 'none']) {
      await app.post('/api/customers', { name: 'A', email: anEmail(), phone }, tenant.admin);
      await aFriend({ phone });
    }
    await expectNobody();
  });

  it('people without a code, or with an invalid one', async () => {
    const address = anAddress();
    for (let index = 0; index < 7; index++) {
      await enrollFrom(app, tenant, address, { email: `p${index}@mailinator.com`, phone: '5550100200' });
      await enrollFrom(app, tenant, address, { referral_code: 'NQSUCHCQ', phone: '5550100200' });
    }
    expect(await app.database.count('abuse_velocity where tenant_id = $1', [tenant.id])).toBe(0);
    await expectNobody();
  });

  it('a referral that a promo drops', async () => {
    const { code } = await aPromo(app, tenant);
    const { body } = await aFriend({ email: 'a@mailinator.com', promo_code: code });
    expect(body.referral.status).toBe('dropped');
    await expectNobody();
  });

  it("the referrer's own e-mail address, which is a self-referral", async () => {
    const email = anEmail();
    const { code } = await aReferrer(app, tenant, { email });
    const { body } = await aFriend({ email: email.replace('@', '+me@'), referral_code: code });
    expect(body.referral).toMatchObject({ status: 'invalid', reason: 'not_eligible' });
    await expectNobody();
  });

  it('people enrolled by an admin from one address', async () => {
    for (let index = 0; index < 8; index++) {
      const person = { name: 'A', email: anEmail(), referral_code: john.code };
      expect((await app.post('/api/enrollments', person, tenant.admin)).status).toBe(201);
    }
    expect(
      await app.database.count('enrollment where tenant_id = $1 and address_fingerprint is not null', [
        tenant.id,
      ]),
    ).toBe(0);
    await expectNobody();
  });

  it('traits in another tenant', async () => {
    const other = await aTenant(app);
    const { code } = await aReferrer(app, other);
    const address = anAddress();
    const person = { email: 'same@example.com', phone: '+1 555 0100' };
    for (let index = 0; index < 6; index++) await enrollFrom(app, other, address, { referral_code: code });
    await enrollFrom(app, other, address, person);
    await aFriend(person, address);
    const marks = await app.database.sql<{ mark: string }>(
      'select distinct address_fingerprint as mark from enrollment where tenant_id in ($1, $2)',
      [tenant.id, other.id],
    );
    expect(marks).toHaveLength(2);
    await expectNobody();
  });
});
