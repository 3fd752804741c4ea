// The invented agency of infra/samples: its name, its areas and its supervisors.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Area } from '../people/index.js';

/** The same from `src` and from `dist`: both lie two folders below the repository's root. */
const GENERATOR = resolve(import.meta.dirname, '../../../infra/samples/generate.mjs');

interface Generator {
  readonly AREAS: readonly Area[];
  readonly STAFF: {
    readonly agency: { readonly name: string };
    readonly supervisors: readonly { readonly name: string }[];
  };
}
export interface Samples {
  readonly agencyName: string;
  readonly supervisors: readonly string[];
  readonly areas: readonly Area[];
}

/** Throws where the repository's samples are not at hand, as in the production image, which never seeds. */
export async function samplesOf(): Promise<Samples> {
  if (!existsSync(GENERATOR)) {
    throw new Error(`The demo is made from ${GENERATOR}, which is not there. Start without the demo: DEMO=false`);
  }
  const { AREAS, STAFF } = (await import(pathToFileURL(GENERATOR).href)) as Generator;
  return {
    agencyName: STAFF.agency.name,
    supervisors: STAFF.supervisors.map(({ name }) => name),
    areas: AREAS,
  };
}
