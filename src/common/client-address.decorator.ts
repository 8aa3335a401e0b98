import { createParamDecorator, type ExecutionContext } from '@nestjs/common';

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
