import { Controller, Get, Headers, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../core/auth/access.decorator.js';
import { clientNetwork } from '../../core/http/client-address.js';
import { EnrollPageService } from './enroll-page.service.js';
import { preferredLanguage } from './language.js';

/** What a shared link opens. It tells of codes, so that it is in the public limits. */
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
