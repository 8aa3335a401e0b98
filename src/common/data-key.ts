import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/**
 * Protects data at rest. Values that must be read again are sealed; values that only need to be recognized are
 * fingerprinted. Each purpose has its own derived key (HKDF-SHA-256, RFC 5869), so a value made for one purpose cannot be
 * used for another.
 */
export class DataKey {
  /** Derived once for each purpose, because deriving a key costs many times as much as a fingerprint. */
  private readonly keys = new Map<string, Buffer>();

  constructor(private readonly secret: string) {}

  /** Encrypts and authenticates `text` (AES-256-GCM). The result is base64url and differs on every call. */
  seal(purpose: string, text: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.keyFor(purpose), nonce);
    const sealed = Buffer.concat([cipher.update(text), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /**
   * Decrypts a sealed text.
   * @throws Error when the text was sealed with another key or for another purpose, or was modified
   */
  open(purpose: string, sealed: string): string {
    const bytes = Buffer.from(sealed, 'base64url');
    const body = NONCE_BYTES + TAG_BYTES;
    const decipher = createDecipheriv(CIPHER, this.keyFor(purpose), bytes.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, body));
    return Buffer.concat([decipher.update(bytes.subarray(body)), decipher.final()]).toString('utf8');
  }

  /**
   * Returns the HMAC-SHA-256 of `text` in hex. Equal texts have equal fingerprints. Without the key, nobody can compute the
   * fingerprint of a text.
   */
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
