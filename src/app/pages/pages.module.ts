import { type DynamicModule, Module } from '@nestjs/common';
import { BrandingModule } from '../../tenant/branding/branding.module.js';
import { ReferralModule } from '../../referral/referral.module.js';
import { EnrollPageController } from './enroll-page.controller.js';
import { EnrollPageService } from './enroll-page.service.js';
import { WebFileService } from './web-file.service.js';
import { PAGE_OPTIONS, type PageOptions } from './page-options.js';
import { PageController } from './page.controller.js';
import { PageService } from './page.service.js';
import { WebFileController } from './web-file.controller.js';

/** The pages: static files served with the right headers. Their logic is in the browser and the API. */
@Module({})
export class PagesModule {
  static register(options: PageOptions): DynamicModule {
    return {
      module: PagesModule,
      imports: [BrandingModule, ReferralModule],
      controllers: [PageController, WebFileController, EnrollPageController],
      providers: [
        { provide: PAGE_OPTIONS, useValue: options },
        WebFileService,
        PageService,
        EnrollPageService,
      ],
    };
  }
}
