import { TokenIssuerService } from '../../core/auth/token-issuer.service.js';
import type { Service } from '../service.js';
import { TenantDirectoryService } from '../../tenant/tenant-directory.service.js';
import { DEMO_TENANT, MEMBERS } from './demo-data.js';

/** Returns the text that a new user can click and paste: signed-in pages, two tokens, and three calls of the guide. */
export async function demoBanner({ app, publicUrl }: Pick<Service, 'app' | 'publicUrl'>): Promise<string> {
  const tenant = await app.get(TenantDirectoryService).bySlug(DEMO_TENANT.slug);
  const tokens = app.get(TokenIssuerService);
  const [john] = MEMBERS;
  const admin = tokens.issue({ audience: 'tenant-admin', subject: 'usr_demo', tenantId: tenant?.id ?? '' });
  const customer = tokens.issue({ audience: 'customer', subject: john.id, tenantId: tenant?.id ?? '' });
  const validate = JSON.stringify({ referral_code: john.code, tenant_slug: DEMO_TENANT.slug });
  return `  Open in a browser, signed in

  Dashboard   ${publicUrl}/dashboard#token=${admin}

  Portal      ${publicUrl}/portal#token=${customer}

  Enrollment  ${publicUrl}/enroll/${DEMO_TENANT.slug}?ref=${john.code}

  Tokens of the demo tenant ${DEMO_TENANT.slug}, good for 12 hours

  admin
${admin}

  customer (${john.name})
${customer}

  Paste these

curl ${publicUrl}/api/referrals/my-code -H "Authorization: Bearer ${customer}"

curl -X POST ${publicUrl}/api/referrals/validate -H "Content-Type: application/json" -d '${validate}'

curl ${publicUrl}/api/referrals -H "Authorization: Bearer ${admin}"
`;
}
