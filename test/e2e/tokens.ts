import { createHmac } from 'node:crypto';
import { SECRET } from '../support/app.js';
import { without } from './expectations.js';

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

/** A token made by hand: as the platform makes them, but for what is said. */
export function signed(
  claims: object,
  { alg = 'HS256', hash = 'sha256', secret = SECRET, header = {} } = {},
): string {
  const text = `${encoded({ alg, typ: 'JWT', ...header })}.${encoded(claims)}`;
  const signature = alg === 'none' ? '' : createHmac(hash, secret).update(text).digest('base64url');
  return `${text}.${signature}`;
}

type Forge = (claims: Record<string, unknown>) => string;

/** Each differs from a good token in what its name says, and in nothing else. */
export const BAD_TOKENS: Record<string, Forge> = {
  expired: (claims) => signed({ ...claims, iat: Number(claims.iat) - 7200, exp: Number(claims.iat) - 60 }),
  'without an expiry': (claims) => signed(without(claims, 'exp')),
  'not yet valid': (claims) => signed({ ...claims, nbf: Number(claims.exp) }),
  'of a wrong audience': (claims) => signed({ ...claims, aud: 'admin' }),
  'without an audience': (claims) => signed(without(claims, 'aud')),
  'of two audiences': (claims) => signed({ ...claims, aud: [claims.aud, 'customer'] }),
  'of one audience, as a list in a list': (claims) => signed({ ...claims, aud: [[claims.aud]] }),
  'of a wrong issuer': (claims) => signed({ ...claims, iss: 'somebody-else' }),
  'without an issuer': (claims) => signed(without(claims, 'iss')),
  'without a subject': (claims) => signed(without(claims, 'sub')),
  'signed by nobody': (claims) => signed(claims, { alg: 'none' }),
  'signed by nobody, in capitals': (claims) => signed(claims, { alg: 'NONE', secret: '' }),
  'signed by HS512': (claims) => signed(claims, { alg: 'HS512', hash: 'sha512' }),
  'signed by HS512, under the name of HS256': (claims) => signed(claims, { hash: 'sha512' }),
  'signed with a wrong secret': (claims) => signed(claims, { secret: `${SECRET}!` }),
  'that asks for an extension': (claims) => signed(claims, { header: { crit: ['exp'] } }),
  'without its signature': (claims) => signed(claims).replace(/[^.]+$/, ''),
  'changed after it was signed': (claims) => {
    const [head = '', , signature = ''] = signed(claims).split('.');
    return [head, encoded({ ...claims, sub: 'usr_2' }), signature].join('.');
  },
  'that is no token': () => 'nonsense',
};
