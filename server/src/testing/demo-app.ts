// The demo agency as `npm start` seeds it, on a database of its own.
import { COHORT_LOGIN, DEMO_LOGINS, DEMO_PASSWORD } from '../demo/demo-logins.js';
import { CLUB_LOGIN } from '../demo/demo-teams.js';
import { SeedCohorts } from '../demo/seed-cohorts.js';
import { SeedDemo } from '../demo/seed-demo.js';
import type { Role } from '@tongxing/shared/permissions';
import { startTestApp, type TestApp } from './test-app.js';

export { CLUB_LOGIN, COHORT_LOGIN, DEMO_LOGINS, DEMO_PASSWORD };

export async function startDemoApp(environment: Record<string, string> = {}): Promise<TestApp> {
  const platform = await startTestApp({ DEMO: 'true', ...environment });
  await platform.app.get(SeedDemo).seed();
  return platform;
}

/** The agency of the historical cohorts beside it; false where it is there already. */
export const seedCohorts = (platform: TestApp): Promise<boolean> => platform.app.get(SeedCohorts).seed();

/** What the demo's person in this role signs in with. */
export function demoLogin(role: Role): string {
  const found = DEMO_LOGINS.find((login) => login.role === role);
  if (!found) throw new Error(`nobody in the demo is ${role}`);
  return found.identifier;
}
