import { KeyObject, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { ISSUER } from './app.js';

export type Algorithm = 'RS256' | 'ES256' | 'EdDSA';
type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>;

/** A signing key of the platform. */
export class PlatformKey {
  private constructor(
    readonly alg: Algorithm,
    readonly kid: string,
    readonly publicKey: KeyPair['publicKey'],
    private readonly privateKey: KeyPair['privateKey'],
    readonly jwk: JWK,
  ) {}

  static async make(alg: Algorithm, kid: string): Promise<PlatformKey> {
    const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
    const jwk = { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' };
    return new PlatformKey(alg, kid, publicKey, privateKey, jwk);
  }

  /**
   * Signs a token like the platform's, with the given claims and header fields in place of the usual ones; undefined omits
   * one. Does not use a library, because none signs the invalid headers that the tests need.
   */
  sign(claims: Record<string, unknown>, header: Record<string, unknown> = {}): string {
    const now = Math.floor(Date.now() / 1000);
    const payload = {
      iss: ISSUER,
      aud: 'tenant-admin',
      sub: 'usr_1',
      iat: now,
      exp: now + 600_000,
      ...claims,
    };
    const parts = [{ alg: this.alg, kid: this.kid, ...header }, payload];
    const text = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
    const key = { key: KeyObject.from(this.privateKey), dsaEncoding: 'ieee-p1363' } as const;
    const signature = sign(this.alg === 'EdDSA' ? null : 'sha256', Buffer.from(text), key);
    return `${text}.${signature.toString('base64url')}`;
  }
}

/** A real server on loopback that serves a key set, or the response that a test sets, and counts its requests. */
export class KeyServer {
  fetches = 0;
  status = 200;
  body = '{"keys":[]}';
  location: string | undefined;
  private readonly server: Server;

  private constructor() {
    this.server = createServer((_request, response) => {
      this.fetches += 1;
      const moved = this.location === undefined ? {} : { location: this.location };
      response.writeHead(this.status, { 'content-type': 'application/json', ...moved }).end(this.body);
    });
  }

  static async start(): Promise<KeyServer> {
    const server = new KeyServer();
    await server.listen(0);
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/jwks.json`;
  }

  serve(...keys: readonly PlatformKey[]): void {
    this.status = 200;
    this.location = undefined;
    this.body = JSON.stringify({ keys: keys.map(({ jwk }) => jwk) });
  }

  /** Stops listening. @returns a function that listens again on the same port */
  async goAway(): Promise<() => Promise<void>> {
    const { port } = this;
    await this.stop();
    return () => this.listen(port);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  private async listen(port: number): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(port, '127.0.0.1', resolve));
  }
}
