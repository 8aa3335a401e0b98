import { Inject, Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { BrandingService } from '../../tenant/branding/branding.service.js';
import type { BrandingAnswer } from '../../tenant/branding/branding.dto.js';
import { PUBLIC_URL } from '../../core/public-url.js';
import { GuessWatchService } from '../../edge/rate-limit/guess-watch.service.js';
import type { ReferralValidation } from '../../referral/referral.dto.js';
import { normaliseReferralCode } from '../../referral/referral-code.js';
import { ReferralService } from '../../referral/referral.service.js';
import { TenantDirectoryService } from '../../tenant/tenant-directory.service.js';
import type { SharedLink } from './share-tags.js';

/** Longer than anything that people type for a code. */
const MAX_TYPED = 256;

/** A link that somebody has opened. */
export interface OpenedLink {
  readonly slug: string;
  /** What stands for `ref` in it, whatever that is. */
  readonly ref: unknown;
  /** Where it was opened. */
  readonly address: string;
}

/** What a shared link says of itself before its page asks anything. */
@Injectable()
export class SharedLinkService {
  constructor(
    private readonly tenants: TenantDirectoryService,
    private readonly branding: BrandingService,
    private readonly referrals: ReferralService,
    private readonly watch: GuessWatchService,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
  ) {}

  /**
   * Its code is checked as `POST /referrals/validate` does, and counted alike: who opens many links to try codes out is
   * noticed, and waits.
   * @returns undefined for a tenant that does not exist or is suspended
   */
  async open({ slug, ref, address }: OpenedLink): Promise<SharedLink | undefined> {
    const code = typeof ref === 'string' && ref.length <= MAX_TYPED ? ref.trim() : '';
    const checked = code === '' ? undefined : await this.check(slug, code, address);
    const tenant = await this.tenants.activeBySlug(slug);
    return tenant === undefined ? undefined : this.linkOf(await this.branding.of(tenant), code, checked);
  }

  private async check(slug: string, code: string, address: string): Promise<ReferralValidation> {
    const checked = await this.referrals.validate({ tenant_slug: slug, referral_code: code });
    const codes = [{ code: `referral ${normaliseReferralCode(code)}`, hit: checked.valid }];
    const delay = this.watch.record({ slug, address, codes });
    if (delay > 0) await sleep(delay);
    return checked;
  }

  private linkOf(
    { tenant_slug, tenant_name, currency, brand_color }: BrandingAnswer,
    code: string,
    checked: ReferralValidation | undefined,
  ): SharedLink {
    const page = `${this.publicUrl}/enroll/${tenant_slug}`;
    const link = {
      tenantName: tenant_name,
      currency,
      brandColor: brand_color,
      imageUrl: `${this.publicUrl}/share.png`,
    };
    const {
      referrer_name: from = null,
      referee_reward_type: type,
      referee_reward_value: value,
    } = checked ?? {};
    if (type === undefined || value === undefined) return { ...link, url: page }; // no code, or none that is good
    // A preview that is shared on keeps the code.
    return { ...link, url: `${page}?ref=${normaliseReferralCode(code)}`, invitation: { from, type, value } };
  }
}
