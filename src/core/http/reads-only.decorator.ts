import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

export const READS_ONLY = 'x-reads-only';

/** A POST that writes nothing: sent again it does no harm, and needs no `Idempotency-Key`. */
export const ReadsOnly = (): MethodDecorator =>
  applyDecorators(SetMetadata(READS_ONLY, true), ApiExtension(READS_ONLY, true));
