import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Language } from '../../common/language.js';
import { PageService } from './page.service.js';
import { type SharedLink, shareTags, unknownTenantTags } from './share-tags.js';
import { BrandingService } from '../../tenant/branding/branding.service.js';
import type { BrandingAnswer } from '../../tenant/branding/branding.dto.js';
import { PUBLIC_URL } from '../../core/public-url.js';
import { GuessDetectorService } from '../../edge/rate-limit/guess-detector.service.js';
import type { ReferralValidation } from '../../referral/referral.dto.js';
import { normalizeReferralCode } from '../../referral/referral-code.js';
import { ReferralService } from '../../referral/referral.service.js';
import { TenantDirectoryService } from '../../tenant/tenant-directory.service.js';

/** Longer than any code that people type. */
const MAX_CODE_LENGTH = 256;

/** An opened share link. */
export interface OpenedLink {
  readonly slug: string;
  /** The `ref` parameter, unvalidated. */
  readonly ref: unknown;
  /** The address of the client. */
  readonly address: string;
}

/** Renders the enrollment page of a shared link, with the tags for its preview. */
@Injectable()
export class EnrollPageService {
  constructor(
    private readonly pages: PageService,
    private readonly tenants: TenantDirectoryService,
    private readonly branding: BrandingService,
    private readonly referrals: ReferralService,
    private readonly detector: GuessDetectorService,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
  ) {}

  /** Returns the page. For an unknown tenant, the status is 404, and the same page says that there is no such tenant. */
  async show(opened: OpenedLink, language: Language, reply: FastifyReply): Promise<string> {
    const link = await this.resolve(opened);
    if (link === undefined) reply.status(404);
    const tags = link === undefined ? unknownTenantTags(language) : shareTags(link, language);
    return this.pages.page('enroll', language, reply, tags);
  }

  /**
   * Looks up the tenant and checks the code as `POST /referrals/validate` does. The check counts as a guess, and is
   * delayed while codes are being guessed.
   * @returns undefined for a tenant that does not exist or is suspended
   */
  private async resolve({ slug, ref, address }: OpenedLink): Promise<SharedLink | undefined> {
    const code = typeof ref === 'string' && ref.length <= MAX_CODE_LENGTH ? ref.trim() : '';
    const checked = code === '' ? undefined : await this.check(slug, code, address);
    const tenant = await this.tenants.activeBySlug(slug);
    return tenant === undefined ? undefined : this.linkOf(await this.branding.of(tenant), code, checked);
  }

  private async check(slug: string, code: string, address: string): Promise<ReferralValidation> {
    const checked = await this.referrals.validate({ tenant_slug: slug, referral_code: code });
    const codes = [{ code: `referral ${normalizeReferralCode(code)}`, hit: checked.valid }];
    const delay = this.detector.record({ slug, address, codes });
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
      available,
      min_invoice_cents: minInvoiceCents,
    } = checked ?? {};
    if (type === undefined || value === undefined) return { ...link, url: page }; // no code, or an invalid one
    // The link in the preview contains the code, so that it can be shared again.
    const invitation = { from, type, value, available, minInvoiceCents };
    return { ...link, url: `${page}?ref=${normalizeReferralCode(code)}`, invitation };
  }
}
