import { Body, Controller, Get, Param, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentCustomer, ForCustomer, ForTenantAdmin, Public } from '../core/auth/access.decorator.js';
import type { Language } from '../common/language.js';
import type { CustomerPrincipal } from '../core/auth/principal.js';
import { RequestLanguage } from '../core/http/request-language.decorator.js';
import { IdPipe } from '../core/http/id.pipe.js';
import type { JsonText } from '../core/http/json-text.js';
import {
  Answers,
  AnswersFile,
  AnswersNothing,
  AnswersPage,
  ReadsOnly,
} from '../core/http/openapi.decorators.js';
import { type Page, PageRequest } from '../core/http/page.js';
import { RevealsCodes } from '../edge/rate-limit/guess.interceptor.js';
import { BulkRoute } from '../tenant/bulk.guard.js';
import { CurrentTenant } from '../tenant/current-tenant.decorator.js';
import type { Tenant } from '../tenant/tenant.entity.js';
import { MyCodeService } from './my-code.service.js';
import { QR_MEDIA_TYPES } from './qr-image.js';
import {
  ExportReferralsRequest,
  ListReferralsRequest,
  MyCodeAnswer,
  MyReferralAnswer,
  QrRequest,
  ReferralAnswer,
  ReferralDetailAnswer,
  ReferralValidation,
  ValidateReferralRequest,
} from './referral.dto.js';
import { ReferralExportService } from './referral-export.service.js';
import { normalizeReferralCode } from './referral-code.js';
import { ReferralService } from './referral.service.js';

@ApiTags('Referrals')
@Controller('referrals')
export class ReferralController {
  constructor(
    private readonly referrals: ReferralService,
    private readonly myCodes: MyCodeService,
    private readonly exports: ReferralExportService,
  ) {}

  @Get()
  @ForTenantAdmin()
  @AnswersPage(ReferralAnswer, 'List referrals')
  list(
    @CurrentTenant() tenant: Tenant,
    @Query() request: ListReferralsRequest,
  ): Promise<JsonText<Page<ReferralAnswer>>> {
    return this.referrals.list(tenant, request);
  }

  @Get('export.csv')
  @ForTenantAdmin()
  @BulkRoute()
  @AnswersFile(['text/csv'], 'Export the list of referrals as CSV', 422)
  export(@CurrentTenant() tenant: Tenant, @Query() request: ExportReferralsRequest): Promise<StreamableFile> {
    return this.exports.export(tenant, request);
  }

  @Get('my-code')
  @ForCustomer()
  @Answers(200, MyCodeAnswer, "Get the customer's own referral code. It is created on first access", 404)
  myCode(
    @CurrentTenant() tenant: Tenant,
    @CurrentCustomer() customer: CustomerPrincipal,
  ): Promise<MyCodeAnswer> {
    return this.myCodes.get(tenant, customer);
  }

  @Get('my-code/qr')
  @ForCustomer()
  @AnswersFile(Object.values(QR_MEDIA_TYPES), "Get the customer's own share link as a QR code", 404, 422)
  async myQrCode(
    @CurrentTenant() tenant: Tenant,
    @CurrentCustomer() customer: CustomerPrincipal,
    @Query() { format }: QrRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | Buffer> {
    const image = await this.myCodes.qrCode(tenant, customer, format);
    void reply
      .header('content-type', QR_MEDIA_TYPES[format])
      .header('content-disposition', `inline; filename="referral-code.${format}"`);
    return image;
  }

  @Get('mine')
  @ForCustomer()
  @AnswersPage(MyReferralAnswer, "List the customer's own referrals", 404)
  mine(
    @CurrentTenant() tenant: Tenant,
    @CurrentCustomer() { customerId }: CustomerPrincipal,
    @Query() request: PageRequest,
  ): Promise<Page<MyReferralAnswer>> {
    return this.referrals.mine(tenant, customerId, request);
  }

  @Post('validate')
  @Public()
  @ReadsOnly()
  @RevealsCodes(({ valid: hit }: ReferralValidation, { referral_code }: ValidateReferralRequest) => [
    { code: `referral ${normalizeReferralCode(referral_code)}`, hit },
  ])
  @Answers(200, ReferralValidation, 'Check a referral code')
  validate(@Body() request: ValidateReferralRequest): Promise<ReferralValidation> {
    return this.referrals.validate(request);
  }

  /**
   * The answer reveals nothing about codes, so requests do not count as guesses. `@ReadsOnly`, because the request itself
   * writes nothing: the count is buffered and written later, so an `Idempotency-Key` would have nothing to protect.
   */
  @Post('link-opened')
  @Public()
  @ReadsOnly()
  @AnswersNothing('Count an opened share link. The answer does not reveal whether the code exists')
  linkOpened(@Body() request: ValidateReferralRequest): Promise<void> {
    return this.referrals.linkOpened(request);
  }

  @Get(':id')
  @ForTenantAdmin()
  @Answers(200, ReferralDetailAnswer, 'Get a referral with its timeline', 404)
  get(
    @CurrentTenant() tenant: Tenant,
    @Param('id', IdPipe) id: string,
    @RequestLanguage() language: Language,
  ): Promise<ReferralDetailAnswer> {
    return this.referrals.get(tenant, id, language);
  }
}
