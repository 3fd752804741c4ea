// @ts-check
// Every id that an operation takes × ids of somebody else: hidden answers as missing, byte for byte.
import { withWorld } from './lib/disclosure.mjs';

export const name = 'R6';
export const title = "Every ID argument × somebody else's id: hidden answers as missing, byte for byte";
export const target = '0 leaks';
export const databases = ['sqlite', 'mariadb'];
export const needs = ['build'];

/** @param {import('./registry.mjs').Surroundings} surroundings */
export async function run(surroundings) {
  const { log } = surroundings;
  const report = await withWorld(surroundings, 'testing/disclosure/r6.js', 'measureHiddenIds');
  for (const line of report.leaks) log(line);
  log(
    `${report.slots.length} places of an id, ${report.compared} ids compared with a missing one, ${report.cases} operations`,
  );
  log(`Not tried: ${report.untried.join(', ') || 'none'} (testing/disclosure/explained.ts says why)`);
  const leaks = report.leaks.length;
  return { part: 'leaks', value: leaks, unit: `of ${report.compared} ids`, target: '0', holds: leaks === 0 };
}
