import { Module } from '@nestjs/common';
import { PromoCheckService } from './promo-check.service.js';
import { PromoController } from './promo.controller.js';
import { PromoQuery } from './promo.query.js';
import { PromoRepository } from './promo.repository.js';
import { PromoService } from './promo.service.js';

/** Promo codes. */
@Module({
  controllers: [PromoController],
  providers: [PromoService, PromoCheckService, PromoRepository, PromoQuery],
  exports: [PromoService, PromoCheckService],
})
export class PromoModule {}
