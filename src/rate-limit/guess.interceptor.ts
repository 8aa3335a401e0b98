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
import type { FastifyRequest } from 'fastify';
import { concatMap, type Observable } from 'rxjs';
import type { AskedBy } from '../auth/access.decorator.js';
import { clientNetwork } from '../common/client-network.js';
import { GuessWatch } from './guess-watch.js';

const TELLS_OF_CODES = 'tells of codes';

/** For each code that the answer tells of: whether there is such a code. */
type HitsIn = (answer: never) => boolean[];

/** Watches the answers of a public route, and holds them back while its tenant's codes are being guessed. */
@Injectable()
export class GuessInterceptor implements NestInterceptor {
  constructor(
    private readonly watch: GuessWatch,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context
      .switchToHttp()
      .getRequest<AskedBy & FastifyRequest<{ Body: { tenant_slug: string } }>>();
    if (request.user !== undefined) return next.handle();
    const hitsIn = this.reflector.get<HitsIn>(TELLS_OF_CODES, context.getHandler());
    return next.handle().pipe(
      concatMap(async (answer: unknown) => {
        const address = clientNetwork(request.ip) ?? request.ip;
        const slug = request.body.tenant_slug;
        await this.watch.tell({ address, slug, hits: hitsIn(answer as never) });
        return answer;
      }),
    );
  }
}

/** For a public route whose answer tells whether codes are good: whoever tries them out is noticed. */
export const TellsOfCodes = (hitsIn: HitsIn): MethodDecorator =>
  applyDecorators(SetMetadata(TELLS_OF_CODES, hitsIn), UseInterceptors(GuessInterceptor));
