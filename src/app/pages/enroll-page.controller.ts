import { Controller, Get, Headers, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../core/auth/access.decorator.js';
import { clientNetwork } from '../../core/http/client-address.js';
import { EnrollPageService } from './enroll-page.service.js';
import { preferredLanguage } from './language.js';

/** Serves the page of a shared link. It reveals whether a code exists, so the public limits apply. */
@ApiExcludeController()
@Controller('enroll')
export class EnrollPageController {
  constructor(private readonly pages: EnrollPageService) {}

  @Get(':slug')
  @Public()
  enroll(
    @Param('slug') slug: string,
    @Query('ref') ref: unknown,
    @Headers('accept-language') languages: string | undefined,
    @Req() { ip }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const address = clientNetwork(ip) ?? ip;
    return this.pages.show({ slug, ref, address }, preferredLanguage(languages), reply);
  }
}
