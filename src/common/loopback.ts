import ipaddr from 'ipaddr.js';

/**
 * Whether a server that listens at this host is reached from this machine only: `localhost`, 127.0.0.0/8 and ::1, in any
 * spelling that a resolver takes (`127.1`, `0x7f000001`, `::ffff:127.0.0.1`). A name that is none of these may be anywhere.
 */
export function isLoopback(host: string): boolean {
  if (/^localhost\.?$/i.test(host)) return true;
  return ipaddr.isValid(host) && ipaddr.process(host).range() === 'loopback';
}
