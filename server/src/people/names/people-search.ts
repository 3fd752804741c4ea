// The search over everybody whom an actor may know by name.
import { Injectable } from '@nestjs/common';
import { mayDo, rowsFor, type PersonActor } from '../../platform/access/index.js';
import { NAME_KINDS, PERSON_KINDS, type PersonKind } from './name-kinds.js';
import { byFit, NameSearch, type FoundPerson } from './name-search.js';

/** More than anybody reads through; who is not among them is found with one letter more. */
const MOST = 50;

export interface PeopleFound {
  readonly people: readonly FoundPerson[];
  /** Whether there are others. */
  readonly more: boolean;
}

@Injectable()
export class PeopleSearch {
  constructor(private readonly names: NameSearch) {}

  /** Of the kinds asked for those that the actor's permissions open, and of these the rows of their offices. */
  async find(
    actor: PersonActor,
    query: string,
    kinds: readonly PersonKind[] | null | undefined,
    first: number | null | undefined,
  ): Promise<PeopleFound> {
    const limit = Math.min(Math.max(first ?? MOST, 1), MOST);
    const asked = PERSON_KINDS.filter((kind) => !kinds || kinds.includes(kind));
    const known = asked.filter((kind) => mayDo(actor, NAME_KINDS[kind].permission));
    const found: FoundPerson[] = [];
    for (const kind of known) {
      const rows = rowsFor(actor, NAME_KINDS[kind].permission);
      found.push(...(await this.names.find(kind, rows, query, limit + 1)));
    }
    found.sort(byFit);
    return { people: found.slice(0, limit), more: found.length > limit };
  }
}
