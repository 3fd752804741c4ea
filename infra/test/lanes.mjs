// @ts-check
// Runs tasks side by side, no more at once than there are lanes, each after those it needs.

/**
 * @template T
 * @typedef {{ name: string, needs: readonly string[], weight?: number, work: () => Promise<T> }} Task
 */

/**
 * @template T
 * @param {readonly Task<T>[]} tasks in order of preference; a needed task that is absent counts as done
 * @param {number} lanes
 * @returns {Promise<Map<string, T>>}
 */
export async function runInLanes(tasks, lanes) {
  const waiting = [...tasks];
  const names = new Set(tasks.map((task) => task.name));
  /** @type {Map<string, T>} */
  const done = new Map();
  /** @type {Map<string, Promise<void>>} */
  const active = new Map();
  let used = 0;
  const weightOf = (/** @type {Task<T>} */ task) => Math.min(task.weight ?? 1, lanes);
  const ready = (/** @type {Task<T>} */ task) =>
    used + weightOf(task) <= lanes && task.needs.every((name) => done.has(name) || !names.has(name));

  while (waiting.length > 0 || active.size > 0) {
    const index = waiting.findIndex(ready);
    const [task] = index < 0 ? [] : waiting.splice(index, 1);
    if (task) {
      used += weightOf(task);
      const finished = task.work().then((result) => {
        done.set(task.name, result);
        active.delete(task.name);
        used -= weightOf(task);
      });
      active.set(task.name, finished);
    } else if (active.size === 0) {
      throw new Error(`BUG: these need what nobody does: ${waiting.map((left) => left.name).join(', ')}`);
    } else {
      await Promise.race(active.values());
    }
  }
  return done;
}
