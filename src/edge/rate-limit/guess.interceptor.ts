import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  SetMetadata,
  UseInterceptors,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Observable, tap } from 'rxjs';
import type { RequestWithUser } from '../../core/auth/access.decorator.js';
import { clientNetwork } from '../../core/http/client-address.js';
import type { GuessDetectorService, CheckedCode } from './guess-detector.service.js';

const REVEALS_CODES = 'reveals codes';

/** Returns the codes that a response reveals. */
type CodesIn = (answer: never, body: never) => CheckedCode[];

/** A request, with the codes that its response reveals. */
interface RevealingRequest {
  revealedCodes?: readonly CheckedCode[];
}

/** Records the codes that the response of a public route reveals. */
@Injectable()
export class GuessInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest & RequestWithUser & RevealingRequest>();
    if (request.user !== undefined) return next.handle();
    const codesIn = this.reflector.get<CodesIn>(REVEALS_CODES, context.getHandler());
    return next.handle().pipe(
      tap((answer) => {
        request.revealedCodes = codesIn(answer as never, request.body as never);
      }),
    );
  }
}

/** Marks a public route whose response reveals whether codes exist, so that guessing is detected. */
export const RevealsCodes = (codesIn: CodesIn): MethodDecorator =>
  applyDecorators(SetMetadata(REVEALS_CODES, codesIn), UseInterceptors(GuessInterceptor));

/**
 * Counts the codes that a response reveals, and delays it while the tenant's codes are being guessed. Done when the
 * response is sent and not in the interceptor, which runs inside the transaction of an `Idempotency-Key`: a delay there
 * would hold a connection and locks, and a retried transaction would count twice.
 */
export function detectGuesses(fastify: FastifyInstance, detector: GuessDetectorService): void {
  fastify.addHook('onSend', (request: FastifyRequest & RevealingRequest, reply, payload, done) => {
    const { revealedCodes: codes } = request;
    if (codes === undefined || reply.statusCode >= 400) {
      done(null, payload);
      return;
    }
    const address = clientNetwork(request.ip) ?? request.ip;
    const { tenant_slug: slug } = request.body as { tenant_slug: string };
    const delay = detector.record({ address, slug, codes });
    if (delay > 0) setTimeout(done, delay, null, payload);
    else done(null, payload);
  });
}
