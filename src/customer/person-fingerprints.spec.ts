import { DataKey } from '../common/data-key.js';
import { personFingerprints } from './person-fingerprints.js';

const KEY = new DataKey('a-test-secret-of-at-least-32-characters');
const JOHN = { email: 'john.doe@gmail.com', phone: '+1 555 0100 200' };
const of = (person: typeof JOHN | { email: string; phone: null }, tenantId = 'ten_1', key = KEY): string[] =>
  personFingerprints(key, tenantId, person);

describe('personFingerprints', () => {
  it('stay what they were when they were stored', () => {
    expect(of(JOHN)).toEqual([
      'd9ba977d77b68c28e15ab08eeae5f7d161789fc39b44c9c8b8eb01fc318e9f70',
      '36f9c6198cfec3138aed4fd8964bc25520fc1bddf9662f29c233657ff9b5599c',
    ]);
  });

  it('are the same for another spelling of the address and the number', () => {
    expect(of({ email: 'JohnDoe+x@googlemail.com', phone: '001-555-0100200' })).toEqual(of(JOHN));
  });

  it('cover only the mailbox if there is no number', () => {
    expect(of({ ...JOHN, phone: null })).toEqual(of(JOHN).slice(0, 1));
  });

  it('differ between tenants, keys and people', () => {
    const all = [of(JOHN), of(JOHN, 'ten_2'), of({ email: 'jane@example.com', phone: '+1 555 0100 201' })];
    const otherKey = new DataKey('another-secret-of-at-least-32-characters');
    const prints = [...all, of(JOHN, 'ten_1', otherKey)].flat();
    expect(new Set(prints).size).toBe(8);
  });

  it('contain no readable data', () => {
    for (const print of of(JOHN)) expect(print).toMatch(/^[0-9a-f]{64}$/);
  });
});
