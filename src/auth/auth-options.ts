/** Tokens are signed with a secret that the platform shares with us: HS256. */
interface BySecret {
  /** At least 32 characters. */
  readonly secret: string;
  readonly jwksUrl?: string | undefined;
}

/** Tokens are signed with a key that only the platform has: RS256, ES256, EdDSA. */
interface ByPublicKeys {
  readonly secret?: undefined;
  /** Where the public keys are. */
  readonly jwksUrl: string;
}

/** How tokens are signed and verified. Where both ways are open, each token goes the way that its `alg` says. */
export type AuthOptions = { readonly issuer: string } & (BySecret | ByPublicKeys);

export const AUTH_OPTIONS = Symbol('auth options');

/** How far the clock of whoever signs may be off. */
export const LEEWAY_SECONDS = 30;
