import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../../core/auth/access.decorator.js';
import { WebFileService } from './web-file.service.js';

const FIVE_MINUTES = 'public, max-age=300';
const ONE_DAY = 'public, max-age=86400';

/** A shared link is for everybody who is given it, with its picture; the rest is of no use to a search. */
const ROBOTS = ['User-agent: *', 'Allow: /enroll/', 'Allow: /share.png', 'Disallow: /', ''].join('\n');

/** Files that others refer to by a name that stays, so that no cache may keep them for long. They are in no limit. */
@ApiExcludeController()
@Controller()
@Public()
export class WebFileController {
  constructor(private readonly files: WebFileService) {}

  /** For the pages of other origins: that is what it is for. */
  @Get('embed.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', FIVE_MINUTES)
  @Header('cross-origin-resource-policy', 'cross-origin')
  embed(): Buffer {
    return this.files.bytes('embed.js');
  }

  /** What previews of shared links show, wherever they are shown. */
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
