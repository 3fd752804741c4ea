// The invented rosters of infra/samples, made for today, so that the demo's papers never run out.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LocalDate } from '@tongxing/shared/kernel';
import type { Area } from '../people/index.js';

/** The same from `src` and from `dist`: both lie two folders below the repository's root. */
const GENERATOR = resolve(import.meta.dirname, '../../../infra/samples/generate.mjs');

interface Generator {
  readonly AREAS: readonly Area[];
  readonly STAFF: {
    readonly agency: { readonly name: string };
    readonly supervisors: readonly { readonly name: string }[];
  };
  readonly generate: (today: string) => { readonly files: Readonly<Record<string, Uint8Array>> };
}
export interface Samples {
  readonly agencyName: string;
  readonly supervisors: readonly string[];
  readonly areas: readonly Area[];
  readonly volunteers: Uint8Array;
  readonly children: Uint8Array;
}

/** Throws where the repository's samples are not at hand, as in the production image, which never seeds. */
export async function samplesOf(today: LocalDate): Promise<Samples> {
  if (!existsSync(GENERATOR)) {
    throw new Error(`The demo is made from ${GENERATOR}, which is not there. Start without the demo: DEMO=false`);
  }
  const { AREAS, STAFF, generate } = (await import(pathToFileURL(GENERATOR).href)) as Generator;
  const { files } = generate(today);
  const file = (name: string): Uint8Array => {
    const bytes = files[name];
    if (!bytes) throw new Error(`BUG: the samples have no ${name}`);
    return bytes;
  };
  return {
    agencyName: STAFF.agency.name,
    supervisors: STAFF.supervisors.map(({ name }) => name),
    areas: AREAS,
    volunteers: file('volunteers.csv'),
    children: file('children.csv'),
  };
}
