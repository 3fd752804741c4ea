import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The address of the first of these places, as seen from a module, at which there is a file. */
export const firstThere = (places: readonly string[], from: string): string | undefined =>
  places.map((place) => new URL(place, from)).find((place) => existsSync(fileURLToPath(place)))?.href;
