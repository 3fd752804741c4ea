// @ts-check
// Compares what stands in the database with what was promised and with the audit chain.
import { built } from './built.mjs';

/** @typedef {{ lost: number, partial: number, unaudited: number, chainBroken: number }} Faults */

/**
 * @param {string} root
 * @param {{ rows: (sql: string) => Promise<any[]> }} reader
 * @param {readonly import('./setting-writers.mjs').SettingWriter[]} writers
 * @returns {Promise<Faults>}
 */
export async function examine(root, reader, writers) {
  const { firstBreak } = await built(root, 'platform/audit-trail/chain.js');
  const settings = new Map((await reader.rows('SELECT * FROM agency_setting')).map((row) => [row.key, row]));
  const links = await reader.rows('SELECT * FROM audit_event ORDER BY sequence');
  const [head] = await reader.rows('SELECT * FROM audit_head');
  const audited = links.filter(({ action }) => action === 'setting.changed').map(({ facts }) => JSON.parse(facts));
  const faults = { lost: 0, partial: 0, unaudited: 0, chainBroken: 0 };
  for (const writer of writers) {
    const row = settings.get(writer.target.key);
    const version = row?.version ?? 0;
    const changes = audited.filter(({ key }) => key === writer.target.key);
    if (version < writer.acknowledged) faults.lost += writer.acknowledged - version;
    // One write at a time is under way: at most one may stand whose answer was lost.
    if (version > writer.acknowledged + 1) faults.partial += 1;
    if (row && changes.at(-1)?.to !== row.value) faults.partial += 1;
    faults.unaudited += Math.abs(version - changes.length);
    writer.resume(version);
  }
  const last = links.at(-1);
  if (firstBreak(links) !== undefined || head?.hash !== last?.hash || head?.sequence !== last?.sequence)
    faults.chainBroken += 1;
  return faults;
}

/** @param {Faults} a @param {Faults} b @returns {Faults} */
export const addFaults = (a, b) => ({
  lost: a.lost + b.lost,
  partial: a.partial + b.partial,
  unaudited: a.unaudited + b.unaudited,
  chainBroken: a.chainBroken + b.chainBroken,
});
