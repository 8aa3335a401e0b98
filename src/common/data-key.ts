import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/**
 * The key that guards data at rest: what must be read again is sealed, what must only be recognised is fingerprinted.
 * Each purpose has a key of its own (HKDF-SHA-256, RFC 5869), so that nothing made for one means anything to another.
 */
export class DataKey {
  /** Derived once each: deriving costs many times what a fingerprint does. */
  private readonly keys = new Map<string, Buffer>();

  constructor(private readonly secret: string) {}

  /** `text` encrypted and authenticated (AES-256-GCM), as base64url; each time another text. */
  seal(purpose: string, text: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.keyFor(purpose), nonce);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** @throws Error when it was sealed with another key, for another purpose, or changed since */
  open(purpose: string, sealed: string): string {
    const bytes = Buffer.from(sealed, 'base64url');
    const body = NONCE_BYTES + TAG_BYTES;
    const decipher = createDecipheriv(CIPHER, this.keyFor(purpose), bytes.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, body));
    return Buffer.concat([decipher.update(bytes.subarray(body)), decipher.final()]).toString('utf8');
  }

  /** The same for the same text, and of no use to whoever does not hold the key: HMAC-SHA-256, in hex. */
  fingerprint(purpose: string, text: string): string {
    return createHmac('sha256', this.keyFor(purpose)).update(text).digest('hex');
  }

  private keyFor(purpose: string): Buffer {
    const known = this.keys.get(purpose);
    if (known !== undefined) return known;
    const key = Buffer.from(hkdfSync('sha256', this.secret, '', purpose, KEY_BYTES));
    this.keys.set(purpose, key);
    return key;
  }
}
