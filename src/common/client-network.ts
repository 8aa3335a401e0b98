import ipaddr from 'ipaddr.js';

/**
 * Whom an address stands for: an IPv4 address for itself, however it is written, and an IPv6 address for its /64, which
 * is what one household or one rented machine is given (RFC 6177): every address in it is theirs to take.
 * @returns undefined for what is no address, such as the peer of a Unix socket
 */
export function clientNetwork(address: string | undefined): string | undefined {
  if (address === undefined || !ipaddr.isValid(address)) return undefined;
  const parsed = ipaddr.process(address); // unwraps ::ffff:192.0.2.1
  if (parsed instanceof ipaddr.IPv4) return parsed.toString();
  return `${parsed.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')}::/64`;
}
