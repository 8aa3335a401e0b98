import { Injectable } from '@nestjs/common';
import { BrandingService } from '../../tenant/branding/branding.service.js';
import { ConfigService } from '../../config/config.service.js';
import { PromoService } from '../../promo/promo.service.js';
import { TenantDirectoryService } from '../../tenant/tenant-directory.service.js';
import { TenantService } from '../../tenant/tenant.service.js';
import { DEMO_COLOR, DEMO_TENANT, PROGRAM, PROMOS } from './demo-data.js';
import { DEMO_ACTOR, DemoStoryService } from './demo-story.service.js';

/** Creates a demo tenant through the regular services. */
@Injectable()
export class DemoSeederService {
  constructor(
    private readonly tenants: TenantService,
    private readonly directory: TenantDirectoryService,
    private readonly branding: BrandingService,
    private readonly config: ConfigService,
    private readonly promos: PromoService,
    private readonly story: DemoStoryService,
  ) {}

  /**
   * Creates the demo tenant.
   * @returns false, without changing anything, if it already exists
   */
  async seedOnce(): Promise<boolean> {
    if ((await this.directory.bySlug(DEMO_TENANT.slug)) !== undefined) return false;
    const { id } = await this.tenants.create(DEMO_TENANT);
    const tenant = await this.directory.byId(id);
    if (tenant === undefined) throw new Error('The demo tenant was not found.');
    await this.branding.save(tenant, { brand_color: DEMO_COLOR });
    await this.config.save(tenant, PROGRAM, DEMO_ACTOR);
    for (const promo of PROMOS) await this.promos.create(tenant, promo);
    await this.story.seed(tenant);
    return true;
  }
}
