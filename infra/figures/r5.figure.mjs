// @ts-check
// Every field × role × relation: operations made from the schema, run as everybody, held against the permission matrix.
import { withWorld } from './lib/disclosure.mjs';

export const name = 'R5';
export const title = 'Every field × role × relation: what comes back is what the matrix says';
export const target = '0 undeclared, 0 mismatches';
export const databases = ['sqlite', 'mariadb'];
export const needs = ['build'];

/** @param {import('./registry.mjs').Surroundings} surroundings */
export async function run(surroundings) {
  const { log } = surroundings;
  const report = await withWorld(surroundings, 'testing/disclosure/r5.js', 'measureDisclosure');
  for (const line of [...report.undeclared, ...report.mismatches]) log(line);
  log(`${report.cases} operations, ${report.values} values, ${report.cells} different field × role × relation`);
  log(`Not exercised: ${report.notExercised.join(', ') || 'none'} (testing/disclosure/explained.ts says why)`);
  return [
    {
      part: 'undeclared',
      value: report.undeclared.length,
      unit: 'things',
      target: '0',
      holds: report.undeclared.length === 0,
    },
    {
      part: 'mismatches',
      value: report.mismatches.length,
      unit: `of ${report.values} values`,
      target: '0',
      holds: report.mismatches.length === 0,
    },
  ];
}
