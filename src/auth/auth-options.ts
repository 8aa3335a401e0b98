/** How tokens are signed and verified. */
export interface AuthOptions {
  /** At least 32 characters, shared with the platform that signs. */
  readonly secret: string;
  readonly issuer: string;
}

export const AUTH_OPTIONS = Symbol('auth options');
