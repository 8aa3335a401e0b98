import ipaddr from 'ipaddr.js';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';

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

interface Caller {
  readonly ip?: string;
  /** Set by the guards for a caller with a credential. */
  readonly user?: unknown;
}

/**
 * The address that a public caller comes from, behind trusted proxies the one they name; undefined for a caller with a
 * credential, who speaks for others: that address says nothing of them.
 */
export const ClientAddress = createParamDecorator(
  (_: unknown, context: ExecutionContext): string | undefined => {
    const { ip, user } = context.switchToHttp().getRequest<Caller>();
    return user === undefined ? ip : undefined;
  },
);
