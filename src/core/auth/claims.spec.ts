import { principalOf } from './claims.js';

const exp = 1_900_000_000;
const LONGEST_ID = 'x'.repeat(64);
/** But for one character. */
const LONGEST_USER = 'x'.repeat(127);

describe('principalOf', () => {
  it.each([
    [
      { aud: 'tenant-admin', sub: 'usr_1', tenant_id: 'ten_1', exp },
      { kind: 'tenant_admin', userId: 'usr_1', tenantId: 'ten_1' },
    ],
    [
      { aud: 'customer', sub: 'cus_1', tenant_id: 'ten_1', exp },
      { kind: 'customer', customerId: 'cus_1', tenantId: 'ten_1' },
    ],
    [
      { aud: 'platform', sub: 'ops@example.com', exp },
      { kind: 'platform', userId: 'ops@example.com' },
    ],
    [
      { aud: ['tenant-admin'], sub: 'usr_1', tenant_id: 'ten_1', exp },
      { kind: 'tenant_admin', userId: 'usr_1', tenantId: 'ten_1' },
    ],
    [
      { aud: ['customer'], sub: 'cus_1', tenant_id: 'ten_1', exp },
      { kind: 'customer', customerId: 'cus_1', tenantId: 'ten_1' },
    ],
    [
      { aud: ['platform'], sub: 'ops@example.com', exp },
      { kind: 'platform', userId: 'ops@example.com' },
    ],
    [
      { aud: 'customer', sub: LONGEST_ID, tenant_id: LONGEST_ID, exp },
      { kind: 'customer', customerId: LONGEST_ID, tenantId: LONGEST_ID },
    ],
    [
      { aud: 'tenant-admin', sub: `${LONGEST_USER}~`, tenant_id: 'ten_1', exp },
      { kind: 'tenant_admin', userId: `${LONGEST_USER}~`, tenantId: 'ten_1' },
    ],
    [
      { aud: 'platform', sub: '!', exp },
      { kind: 'platform', userId: '!' },
    ],
  ])('%j is %j', (claims, principal) => {
    expect(principalOf(claims)).toEqual(principal);
  });

  it.each([
    [{ aud: 'tenant-admin', sub: 'usr_1', tenant_id: 'ten_1' }], // never expires
    [{ aud: 'tenant-admin', sub: 'usr_1', exp }],
    [{ aud: 'tenant-admin', tenant_id: 'ten_1', exp }],
    [{ aud: ['tenant-admin', 'customer'], sub: 'usr_1', tenant_id: 'ten_1', exp }],
    [{ aud: ['tenant-admin', 'tenant-admin'], sub: 'usr_1', tenant_id: 'ten_1', exp }],
    [{ aud: ['tenant-admin', 'somebody-else'], sub: 'usr_1', tenant_id: 'ten_1', exp }],
    [{ aud: ['somebody-else'], sub: 'usr_1', tenant_id: 'ten_1', exp }],
    [{ aud: [], sub: 'usr_1', tenant_id: 'ten_1', exp }],
    [{ aud: [['tenant-admin']], sub: 'usr_1', tenant_id: 'ten_1', exp }],
    [{ aud: [{ 0: 'tenant-admin' }], sub: 'usr_1', tenant_id: 'ten_1', exp }],
    [{ aud: { 0: 'tenant-admin', length: 1 }, sub: 'usr_1', tenant_id: 'ten_1', exp }],
    [{ aud: [null], sub: 'usr_1', tenant_id: 'ten_1', exp }],
    [{ aud: ['toString'], sub: 'usr_1', tenant_id: 'ten_1', exp }],
    [{ aud: ['__proto__'], sub: 'usr_1', tenant_id: 'ten_1', exp }],
    [{ aud: 'toString', sub: 'usr_1', tenant_id: 'ten_1', exp }],
    [{ aud: 'customer', sub: 'a b', tenant_id: 'ten_1', exp }],
    [{ aud: 'customer', sub: 'cus_1', tenant_id: "x'; --", exp }],
    [{ aud: 'customer', sub: 'cus_1\u0000', tenant_id: 'ten_1', exp }],
    [{ aud: 'customer', sub: 'ada@example.com', tenant_id: 'ten_1', exp }], // a user, and no customer
    [{ aud: 'customer', sub: `${LONGEST_ID}x`, tenant_id: 'ten_1', exp }],
    [{ aud: 'customer', sub: 'cus_1', tenant_id: `${LONGEST_ID}x`, exp }],
    [{ aud: 'customer', sub: '', tenant_id: 'ten_1', exp }],
    [{ aud: 'customer', sub: 'cus_1', tenant_id: '', exp }],
    [{ aud: 'platform', sub: 7, exp }],
    [{ aud: 'platform', sub: '', exp }],
    [{ aud: 'platform', sub: `${LONGEST_USER}xx`, exp }],
    [{ aud: 'platform', sub: ' ops', exp }],
    [{ aud: 'platform', sub: 'ops ', exp }],
    [{ aud: 'platform', sub: 'ops\u007f', exp }],
    [{ aud: 'tenant-admin', sub: 'us r', tenant_id: 'ten_1', exp }],
    [{}],
  ])('%j is nobody', (claims) => {
    expect(principalOf(claims)).toBeUndefined();
  });
});
