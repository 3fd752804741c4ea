// What somebody has half written into a form, kept on this device until it has arrived: sealed, its writer's alone, for a week.
import { sealedStore } from './sealed-store.js';

const STORE = sealedStore<{ readonly owner: string }>('tongxing-half-written', 'forms');
const LIFE_MS = 7 * 86_400_000;

// One after the other: what is dropped last stays dropped, and what is typed last is what is kept.
let last: Promise<unknown> = Promise.resolve();
function inTurn<Answer>(work: () => Promise<Answer>, otherwise: Answer): Promise<Answer> {
  // A device that keeps nothing still has the form itself.
  const next = last.then(work).catch(() => otherwise);
  last = next;
  return next;
}

const idOf = (owner: string, form: string): string => `${owner} ${form}`;

/** Keeps the values of one person's form in place of what was kept of it before. */
export const keepHalfWritten = (owner: string, form: string, values: object): Promise<void> =>
  inTurn(() => STORE.keep(idOf(owner, form), { owner }, JSON.stringify(values)), undefined);

/** What this person has written into the form; of others, and of long ago, everything goes. */
export const halfWritten = (
  owner: string,
  form: string,
  now: Date,
): Promise<Readonly<Record<string, unknown>> | undefined> =>
  inTurn(async () => {
    for (const row of await STORE.rows()) {
      const old = now.getTime() - Date.parse(row.keptAt) > LIFE_MS;
      if (old || row.owner !== owner) await STORE.forget(row.id);
    }
    const row = await STORE.find(idOf(owner, form));
    return row ? (JSON.parse(await STORE.reveal(row)) as Readonly<Record<string, unknown>>) : undefined;
  }, undefined);

export const dropHalfWritten = (owner: string, form: string): Promise<void> =>
  inTurn(() => STORE.forget(idOf(owner, form)), undefined);

/** Whoever comes next to this device must not find it. */
export const dropAllHalfWritten = (): Promise<void> =>
  inTurn(async () => {
    for (const { id } of await STORE.rows()) await STORE.forget(id);
  }, undefined);
