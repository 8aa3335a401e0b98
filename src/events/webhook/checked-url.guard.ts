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

/** A request of which the guard has looked at the `url`. */
interface Checked {
  urlRefusal?: UrlRefusal | undefined;
}

type Request = FastifyRequest<{ Body: { url?: unknown } | undefined }> & Checked;

/**
 * Looks at the `url` of a body and keeps what it finds for the handler. A guard, because a handler may run inside the
 * transaction of an `Idempotency-Key`, and a look-up must hold no connection. It refuses nothing itself: a request that is
 * sent again is answered as it was, wherever the name leads by now.
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

/** A route whose body may have a `url` that webhooks are to go to; its handler takes `RefusedUrl`. */
export const ChecksUrl = (): MethodDecorator => UseGuards(UrlGuard);

/** Why webhooks must not go to the `url` of such a route's body; undefined if they may, or if there is none. */
export const RefusedUrl = createParamDecorator(
  (_: unknown, context: ExecutionContext): UrlRefusal | undefined =>
    context.switchToHttp().getRequest<Request>().urlRefusal,
);
