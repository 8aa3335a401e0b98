import { createHash } from 'node:crypto';
import { newId } from '../../common/ids.js';
import { parseApiKey, generateApiKey } from './api-key-format.js';

describe('the text of an API key', () => {
  const tenantId = newId('ten');
  const key = generateApiKey(tenantId);

  it('names the tenant, and contains 256 unique random bits', () => {
    expect(key.text).toMatch(/^rk_[0-9a-z]{26}_[0-9a-f]{64}$/);
    const secrets = Array.from({ length: 1000 }, () => generateApiKey(tenantId).text.slice(-64));
    expect(new Set(secrets).size).toBe(1000);
  });

  it('is stored as a hash of the secret, and shown by its beginning', () => {
    const secret = key.text.slice(-64);
    expect(key.secretHash).toBe(createHash('sha256').update(secret).digest('hex'));
    expect(key.prefix).toBe(`rk_${tenantId.slice(4)}_${secret.slice(0, 6)}`);
  });

  it('is parsed into the tenant and the hash of the secret', () => {
    expect(parseApiKey(key.text)).toEqual({ tenantId, secretHash: key.secretHash });
  });

  it.each([
    '',
    'rk_',
    key.prefix,
    `${key.text}0`,
    ` ${key.text}`,
    `${key.text}\n`,
    key.text.toUpperCase(),
    key.text.replace('rk_', 'sk_'),
    `rk_x'; drop table api_key; --_${key.text.slice(-64)}`,
  ])('is no key when it is %j', (text) => {
    expect(parseApiKey(text)).toBeUndefined();
  });
});
