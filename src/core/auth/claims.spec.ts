import { principalOf } from './claims.js';

const exp = 1_900_000_000;

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
    [{ aud: 'platform', sub: 7, exp }],
    [{}],
  ])('%j is nobody', (claims) => {
    expect(principalOf(claims)).toBeUndefined();
  });
});
