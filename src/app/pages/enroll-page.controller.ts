import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '../../common/language.js';
import { Public } from '../../core/auth/access.decorator.js';
import { RequestLanguage } from '../../core/http/request-language.decorator.js';
import { clientNetwork } from '../../core/http/client-address.js';
import { EnrollPageService } from './enroll-page.service.js';

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
    @RequestLanguage() language: Language,
    @Req() { ip }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const address = clientNetwork(ip) ?? ip;
    return this.pages.show({ slug, ref, address }, language, reply);
  }
}
