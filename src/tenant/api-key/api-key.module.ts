import { Global, Module } from '@nestjs/common';
import { ApiKeyVerifier } from '../../core/auth/api-key-verifier.js';
import { ApiKeyController } from './api-key.controller.js';
import { ApiKeyQuery } from './api-key.query.js';
import { ApiKeyRepository } from './api-key.repository.js';
import { ApiKeyService } from './api-key.service.js';
import { ApiKeyUsageService } from './api-key-usage.service.js';
import { ApiKeyVerifierService } from './api-key-verifier.service.js';

/** API keys of tenants. Global, because authentication depends on it. */
@Global()
@Module({
  controllers: [ApiKeyController],
  providers: [
    ApiKeyService,
    ApiKeyRepository,
    ApiKeyQuery,
    ApiKeyUsageService,
    { provide: ApiKeyVerifier, useClass: ApiKeyVerifierService },
  ],
  exports: [ApiKeyVerifier],
})
export class ApiKeyModule {}
