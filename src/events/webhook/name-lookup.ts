import dns, { type LookupAddress } from 'node:dns';
import { isIP } from 'node:net';
import type { Target } from './webhook-target.js';

/** The time limit of one query to a name server in milliseconds, and the number of attempts. */
const RESOLVER = { timeout: 3000, tries: 2 };

/**
 * Returns all addresses of a target. Name servers are queried directly instead of through the system's lookup, for two
 * reasons: the system's lookup has only four threads, so names whose servers never answer would block all others; and
 * it resolves internal names from the hosts file and search domains, which are reserved for the operator's exceptions.
 * @throws Error if there is no address, or the signal's reason
 */
export async function resolveAddresses(
  { host, isAllowed }: Target,
  signal: AbortSignal,
): Promise<LookupAddress[]> {
  if (isAllowed || isIP(host) !== 0) {
    return abortable(signal, dns.promises.lookup(host, { all: true, verbatim: true }));
  }
  const resolver = new dns.promises.Resolver(RESOLVER);
  const found = Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
  const [ipv4, ipv6] = await abortable(signal, found).finally(() => {
    resolver.cancel();
  });
  const addresses = [...withFamily(ipv4, 4), ...withFamily(ipv6, 6)];
  if (addresses.length === 0) throw new Error('The name has no address.');
  return addresses;
}

const withFamily = (answer: PromiseSettledResult<string[]>, family: 4 | 6): LookupAddress[] =>
  answer.status === 'fulfilled' ? answer.value.map((address) => ({ address, family })) : [];

/** Rejects when the signal aborts, for work that can't be interrupted. */
function abortable<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const aborted = (): void => {
      reject(signal.reason as Error);
    };
    if (signal.aborted) aborted();
    signal.addEventListener('abort', aborted, { once: true });
    work.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', aborted);
    });
  });
}
