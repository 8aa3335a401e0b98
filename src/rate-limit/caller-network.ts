import ipaddr from 'ipaddr.js';

/** Of an IPv6 address the parts that name the network: one household or server has all of a /64 to choose from. */
const NETWORK_PARTS = 4;

/**
 * Whom an address is counted as: an IPv4 address as itself, also when it comes mapped into IPv6; an IPv6 address as its
 * /64. What is no address (a proxy that says something else) is counted as it stands.
 */
export function callerNetwork(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  const { parts } = parsed as ipaddr.IPv6;
  return `${parts
    .slice(0, NETWORK_PARTS)
    .map((part) => part.toString(16))
    .join(':')}::/64`;
}
