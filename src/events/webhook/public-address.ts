import { BlockList, isIP } from 'node:net';

/** Addresses that are not public or not unicast: IANA's special-purpose registry, and the metadata services of clouds. */
const NON_PUBLIC_IPV4 = [
  '0.0.0.0/8', // this network
  '10.0.0.0/8', // private
  '100.64.0.0/10', // shared by carriers (CGNAT); a cloud's metadata at 100.100.100.200
  '127.0.0.0/8', // loopback
  '168.63.129.16/32', // a cloud's own services, in public space
  '169.254.0.0/16', // link-local; the metadata of most clouds at 169.254.169.254
  '172.16.0.0/12', // private
  '192.0.0.0/24', // protocol assignments; a cloud's metadata at 192.0.0.192
  '192.0.2.0/24', // documentation
  '192.88.99.0/24', // former 6to4 relays
  '192.168.0.0/16', // private
  '198.18.0.0/15', // benchmarks
  '198.51.100.0/24', // documentation
  '203.0.113.0/24', // documentation
  '224.0.0.0/4', // multicast
  '240.0.0.0/4', // reserved, broadcast
];

/** The global unicast addresses of IPv6. Excludes loopback, local, mapped, NAT64 and multicast addresses. */
const GLOBAL_UNICAST_IPV6 = '2000::/3';

/** Ranges within `GLOBAL_UNICAST_IPV6` that embed an IPv4 address or have a special purpose. */
const NON_PUBLIC_IPV6 = [
  '2001::/23', // protocol assignments, Teredo
  '2001:db8::/32', // documentation
  '2002::/16', // 6to4
  '3fff::/20', // documentation
];

function blockListOf(family: 'ipv4' | 'ipv6', ...ranges: string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [network = '', prefix] = range.split('/');
    list.addSubnet(network, Number(prefix), family);
  }
  return list;
}

const nonPublicIpv4 = blockListOf('ipv4', ...NON_PUBLIC_IPV4);
const globalUnicastIpv6 = blockListOf('ipv6', GLOBAL_UNICAST_IPV6);
const nonPublicIpv6 = blockListOf('ipv6', ...NON_PUBLIC_IPV6);

/**
 * Returns true for an address that is reachable from anywhere on the internet, so that a call gives no access to an internal
 * network.
 * @param address as a resolver returns it, without brackets
 */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !nonPublicIpv4.check(address, 'ipv4');
    case 6:
      return (
        !address.includes('%') &&
        globalUnicastIpv6.check(address, 'ipv6') &&
        !nonPublicIpv6.check(address, 'ipv6')
      );
    default:
      return false;
  }
}
