import { UseInterceptors } from '@nestjs/common';
import { OriginInterceptor } from './origin.interceptor.js';

/** A route whose doings the audit log tells of: whatever it leads to is known to be asked for by its caller. */
export const Audited = (): MethodDecorator & ClassDecorator => UseInterceptors(OriginInterceptor);
