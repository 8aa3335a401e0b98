import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../../core/auth/access.decorator.js';
import { WebFileService } from './web-file.service.js';

const FIVE_MINUTES = 'public, max-age=300';
const ONE_DAY = 'public, max-age=86400';

/** Share links and their image may be indexed; the other pages are of no use to a search engine. */
const ROBOTS = ['User-agent: *', 'Allow: /enroll/', 'Allow: /share.png', 'Disallow: /', ''].join('\n');

/** Serves files under fixed names, which caches must not keep for long. Not rate limited. */
@ApiExcludeController()
@Controller()
@Public()
export class WebFileController {
  constructor(private readonly files: WebFileService) {}

  /** Loaded by pages of other origins. */
  @Get('embed.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', FIVE_MINUTES)
  @Header('cross-origin-resource-policy', 'cross-origin')
  embed(): Buffer {
    return this.files.bytes('embed.js');
  }

  /** The image in previews of share links. */
  @Get('share.png')
  @Header('content-type', 'image/png')
  @Header('cache-control', ONE_DAY)
  @Header('cross-origin-resource-policy', 'cross-origin')
  picture(): Buffer {
    return this.files.bytes('share.png');
  }

  @Get('favicon.ico')
  @Header('content-type', 'image/svg+xml')
  @Header('cache-control', ONE_DAY)
  icon(): Buffer {
    return this.files.bytes('favicon.svg');
  }

  @Get('robots.txt')
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('cache-control', ONE_DAY)
  robots(): string {
    return ROBOTS;
  }
}
