import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Language } from './language.js';
import { PageService } from './page.service.js';
import { shareTags, strayTags } from './share-tags.js';
import { type OpenedLink, SharedLinkService } from './shared-link.service.js';

/** The page that a shared link opens, with what previews show of it. */
@Injectable()
export class EnrollPageService {
  constructor(
    private readonly pages: PageService,
    private readonly links: SharedLinkService,
  ) {}

  /** Of a tenant that is not there people see the page as well: it tells them so. */
  async show(opened: OpenedLink, language: Language, reply: FastifyReply): Promise<string> {
    const link = await this.links.open(opened);
    if (link === undefined) reply.status(404);
    const tags = link === undefined ? strayTags(language) : shareTags(link, language);
    return this.pages.page('enroll', language, reply, tags);
  }
}
