import { DataKey } from '../common/data-key.js';
import { type Env, SettingsError } from '../common/env.js';
import { type AuthOptions, authOptions } from '../core/auth/auth-options.js';

/** The keys that verify tokens, and the key that seals data at rest. */
export interface Secrets {
  readonly auth: AuthOptions;
  readonly dataKey: DataKey;
}

/**
 * Returns the secrets of the settings, or the one stored in `.data/`.
 * @throws SettingsError if one is missing
 */
export function secretsOf(env: Env): Secrets {
  const auth = authOptions(env);
  const dataSecret = env.DATA_KEY ?? auth.secret;
  if (dataSecret === undefined) throw new SettingsError('DATA_KEY: is required when JWT_SECRET is not set.');
  return { auth, dataKey: new DataKey(dataSecret) };
}
