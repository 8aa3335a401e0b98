import { Controller, Get, Headers, Redirect, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../../core/auth/access.decorator.js';
import { preferredLanguage } from './language.js';
import { PageService } from './page.service.js';

/** Serves pages that contain no data; they load it from the API. Not rate limited. */
@ApiExcludeController()
@Controller()
@Public()
export class PageController {
  constructor(private readonly pages: PageService) {}

  @Get()
  @Redirect('/dashboard', 302)
  start(): void {
    // the decorator redirects
  }

  @Get(['dashboard', 'dashboard/*'])
  dashboard(
    @Headers('accept-language') languages: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): string {
    return this.pages.page('dashboard', preferredLanguage(languages), reply);
  }

  @Get(['portal', 'portal/*'])
  portal(
    @Headers('accept-language') languages: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): string {
    return this.pages.portal(preferredLanguage(languages), reply);
  }
}
