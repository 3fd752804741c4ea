// @ts-check
// A native solver of minimum-cost flow (LEMON's network simplex), built where a compiler and its headers are installed.
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param {string} folder for the program and the problem, gone afterwards
 * @param {(text: string) => void} log
 * @returns {((problem: import('@tongxing/shared/matching').TransportProblem, objective: number) => number) | null}
 * milliseconds of its solve; null where it cannot be built here
 */
export function nativeFlow(folder, log) {
  const program = join(folder, 'native-flow');
  const built = spawnSync('g++', ['-O2', '-o', program, join(import.meta.dirname, 'native-flow.cpp')], {
    encoding: 'utf8',
  });
  if (built.status !== 0) {
    log('No native solver here to be measured beside: g++ and the headers of LEMON (liblemon-dev) are needed.');
    return null;
  }
  return (problem, objective) => {
    const { start, column, value, capacity, group, groupCapacity } = problem;
    const head = Int32Array.of(start.length - 1, capacity.length, groupCapacity.length, column.length);
    const supply = problem.supply ?? new Int32Array(start.length - 1).fill(1);
    const lists = [head, start, column, value, supply, capacity, group, groupCapacity];
    const file = join(folder, 'problem.bin');
    writeFileSync(file, Buffer.concat(lists.map((list) => Buffer.from(list.buffer, list.byteOffset, list.byteLength))));
    const said = /** @type {{ objective: number, milliseconds: number }} */ (
      JSON.parse(execFileSync(program, [file], { encoding: 'utf8' }))
    );
    if (said.objective !== objective)
      throw new Error(`BUG: the native solver finds ${said.objective}, not ${objective}`);
    return said.milliseconds;
  };
}
