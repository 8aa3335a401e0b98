import {
  type CanActivate,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  UseGuards,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { WebhookSenderService } from './webhook-sender.service.js';
import type { UrlRefusal } from './webhook-target.js';

/** A request whose `url` the guard has checked. */
interface CheckedRequest {
  urlRefusal?: UrlRefusal | undefined;
}

type Request = FastifyRequest<{ Body: { url?: unknown } | undefined }> & CheckedRequest;

/**
 * Checks the `url` of a body and keeps the result for the handler. This is a guard because a handler may run inside the
 * transaction of an `Idempotency-Key`, and a lookup must not hold a connection. The guard itself lets every request pass, so
 * that a repeated request gets its original response even if the name resolves to another address by then.
 */
@Injectable()
class UrlGuard implements CanActivate {
  constructor(private readonly sender: WebhookSenderService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const url = request.body?.url;
    if (typeof url === 'string') request.urlRefusal = await this.sender.refusalOf(url);
    return true;
  }
}

/** Checks the `url` of the body, if it has one. The handler gets the result from `@BodyUrlRefusal()`. */
export const ChecksUrl = (): MethodDecorator => UseGuards(UrlGuard);

/** Injects the reason why the body's `url` is refused; undefined if it is accepted or absent. */
export const BodyUrlRefusal = createParamDecorator(
  (_: unknown, context: ExecutionContext): UrlRefusal | undefined =>
    context.switchToHttp().getRequest<Request>().urlRefusal,
);
