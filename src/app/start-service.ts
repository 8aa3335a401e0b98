import type { Env } from '../common/env.js';
import { demoBanner } from './demo/demo-banner.js';
import { DEMO_TENANT } from './demo/demo-data.js';
import { DemoSeederService } from './demo/demo-seeder.service.js';
import { openService, type Service } from './service.js';

/**
 * Assembles the service, creates the demo data if it is enabled, and listens.
 * @param say receives messages for the operator
 */
export async function startService(settings: Env, say: (text: string) => void): Promise<Service> {
  const service = await openService(settings, say);
  try {
    const demo = settings.DEMO ?? settings.DATABASE_URL === undefined;
    if (demo && (await service.app.get(DemoSeederService).seedOnce()))
      say(`demo data created: tenant ${DEMO_TENANT.slug}`);
    await service.listen();
    const seconds = (performance.now() / 1000).toFixed(1); // since the process was started
    say(`\n  Referrals is up at ${service.publicUrl} (${seconds} s)\n`);
    say(`  API docs   ${service.publicUrl}/api/docs`);
    say(`  OpenAPI    ${service.publicUrl}/api/openapi.json`);
    say(`  Health     ${service.publicUrl}/health/ready\n`);
    if (demo) say(await demoBanner(service));
    return service;
  } catch (error) {
    await service.close();
    throw error;
  }
}
