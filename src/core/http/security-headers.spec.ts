import { fastify } from 'fastify';
import { addSecurityHeaders } from './security-headers.js';

describe('strict-transport-security', () => {
  const told = async (publicUrl: string, includeSubDomains: boolean): Promise<unknown> => {
    const app = fastify();
    addSecurityHeaders(app, publicUrl, includeSubDomains);
    const { headers } = await app.inject('/');
    return headers['strict-transport-security'];
  };

  it.each([
    ['http://localhost:3000', false, undefined],
    ['http://localhost:3000', true, undefined],
    ['https://example.com', false, 'max-age=63072000'],
    ['https://example.com', true, 'max-age=63072000; includeSubDomains'],
  ])('of %s, its subdomains included: %s', async (publicUrl, includeSubDomains, header) => {
    expect(await told(publicUrl, includeSubDomains)).toBe(header);
  });
});
