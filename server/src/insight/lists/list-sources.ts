import { Injectable } from '@nestjs/common';
import type { ListName } from '@tongxing/shared/rules';
import type { ListSource } from './list-source.js';
import { ChildSource } from './sources/child-source.js';
import { CompanionshipSource } from './sources/companionship-source.js';
import { HouseholdSource } from './sources/household-source.js';
import { StaffSource } from './sources/staff-source.js';
import { VolunteerSource } from './sources/volunteer-source.js';

/** Every list by its name. */
@Injectable()
export class ListSources {
  readonly #byName: ReadonlyMap<ListName, ListSource>;

  constructor(
    children: ChildSource,
    volunteers: VolunteerSource,
    pairs: CompanionshipSource,
    households: HouseholdSource,
    staff: StaffSource,
  ) {
    const all: readonly ListSource[] = [children, volunteers, pairs, households, staff];
    this.#byName = new Map(all.map((source) => [source.list, source]));
  }

  find(list: ListName): ListSource | undefined {
    return this.#byName.get(list);
  }

  of(list: ListName): ListSource {
    const source = this.#byName.get(list);
    if (!source) throw new Error(`BUG: no source tells of the list ${list}`);
    return source;
  }
}
