import ipaddr from 'ipaddr.js';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';

/**
 * Returns the network that an address is counted under: an IPv4 address itself, in its canonical notation, and the /64
 * of an IPv6 address. A household or rented server usually gets a whole /64 (RFC 6177) and can use every address in it.
 * @returns undefined when the input is not an IP address, such as for a Unix socket
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

interface Caller {
  readonly ip?: string;
  /** Set by the guards for a caller with a credential. */
  readonly user?: unknown;
}

/**
 * The address of a public caller, taken from `X-Forwarded-For` behind a trusted proxy. Undefined for a caller with a
 * credential: it acts for others, so its address says nothing about them.
 */
export const ClientAddress = createParamDecorator(
  (_: unknown, context: ExecutionContext): string | undefined => {
    const { ip, user } = context.switchToHttp().getRequest<Caller>();
    return user === undefined ? ip : undefined;
  },
);
