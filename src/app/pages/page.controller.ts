import { Controller, Get, Redirect, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Language } from '../../common/language.js';
import { Public } from '../../core/auth/access.decorator.js';
import { RequestLanguage } from '../../core/http/request-language.decorator.js';
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
  dashboard(@RequestLanguage() language: Language, @Res({ passthrough: true }) reply: FastifyReply): string {
    return this.pages.page('dashboard', language, reply);
  }

  @Get(['portal', 'portal/*'])
  portal(@RequestLanguage() language: Language, @Res({ passthrough: true }) reply: FastifyReply): string {
    return this.pages.portal(language, reply);
  }
}
