import dns, { type LookupAddress } from 'node:dns';
import { isIP } from 'node:net';
import type { Target } from './webhook-target.js';

/** How long one question to a name server may take, and how often it is asked. */
const RESOLVER = { timeout: 3000, tries: 2 };

/**
 * All addresses of a target. A stranger's name is asked of name servers by sockets: the system's own look-up has four
 * threads in all, and names whose servers never answer would keep everybody else's waiting. It also knows names of the
 * house, from its hosts file and search domains, which are for the operator's exceptions only.
 * @throws Error when there is none, or the signal's reason
 */
export async function addressesOf({ host, excepted }: Target, signal: AbortSignal): Promise<LookupAddress[]> {
  if (excepted || isIP(host) !== 0) {
    return until(signal, dns.promises.lookup(host, { all: true, verbatim: true }));
  }
  const resolver = new dns.promises.Resolver(RESOLVER);
  const found = Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
  const [ipv4, ipv6] = await until(signal, found).finally(() => {
    resolver.cancel();
  });
  const addresses = [...withFamily(ipv4, 4), ...withFamily(ipv6, 6)];
  if (addresses.length === 0) throw new Error('The name has no address.');
  return addresses;
}

const withFamily = (answer: PromiseSettledResult<string[]>, family: 4 | 6): LookupAddress[] =>
  answer.status === 'fulfilled' ? answer.value.map((address) => ({ address, family })) : [];

/** Work that can't be interrupted, but that nobody has to wait for. */
function until<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
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
