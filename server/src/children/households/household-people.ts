// The adults of a household are people of the agency like others: whoever is known by their number is the same person (T14).
import { Injectable } from '@nestjs/common';
import type { AgencyId, LocalDate, PersonId } from '@tongxing/shared/kernel';
import { PeopleRepository } from '../../people/index.js';

export interface NewAdult {
  readonly name: string;
  /** Canonical: `+8613800138000`. */
  readonly phone?: string | undefined;
  readonly gender?: 'FEMALE' | 'MALE' | undefined;
  readonly birthDate?: LocalDate | undefined;
}

@Injectable()
export class HouseholdPeople {
  constructor(private readonly people: PeopleRepository) {}

  /** Numbers that belong to somebody of another name already: nobody is taken for somebody else. */
  async takenPhones(agencyId: AgencyId, adults: readonly NewAdult[]): Promise<ReadonlySet<string>> {
    const known = await this.#known(agencyId, adults);
    return new Set(
      adults.flatMap(({ name, phone }) => {
        const there = phone === undefined ? undefined : known.get(phone);
        return phone !== undefined && there && there.name !== name ? [phone] : [];
      }),
    );
  }

  /** A person for each, in the same order: one that is known by phone and name, or a new one. Inside a unit of work. */
  async findOrAdd(agencyId: AgencyId, adults: readonly NewAdult[]): Promise<PersonId[]> {
    const known = await this.#known(agencyId, adults);
    const missing = new Map<string, NewAdult>();
    const keyOf = (adult: NewAdult, index: number) => adult.phone ?? `#${index}`;
    adults.forEach((adult, index) => {
      if (known.get(adult.phone ?? '')?.name !== adult.name) missing.set(keyOf(adult, index), adult);
    });
    const added = await this.people.addAll([...missing.values()].map((adult) => ({ agencyId, ...adult })));
    const ids = new Map([...missing.keys()].map((key, index) => [key, added[index]]));
    return adults.map((adult, index) => {
      const id = ids.get(keyOf(adult, index)) ?? known.get(adult.phone ?? '')?.id;
      if (!id) throw new Error('BUG: an adult of a household without a person');
      return id;
    });
  }

  async #known(agencyId: AgencyId, adults: readonly NewAdult[]) {
    const phones = adults.flatMap(({ phone }) => phone ?? []);
    const ids = await this.people.idsByPhone(agencyId, phones);
    const people = await this.people.byIds(agencyId, [...ids.values()]);
    return new Map([...ids].flatMap(([phone, id]) => (people.has(id) ? [[phone, people.get(id)] as const] : [])));
  }
}
