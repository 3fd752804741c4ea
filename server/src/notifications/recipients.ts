import { Injectable } from '@nestjs/common';
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';
import type { Role } from '@tongxing/shared/permissions';
import { Agencies, PeopleRepository } from '../people/index.js';
import { Logins } from '../platform/auth/index.js';
import type { Locale } from './templates.js';

export interface Recipient {
  readonly personId: PersonId;
  readonly locale: Locale;
  /** Mail where an address is known, SMS otherwise; undefined for somebody who left neither. */
  readonly address: { readonly channel: 'MAIL' | 'SMS'; readonly to: string } | undefined;
}

/** Who is told, in which language, and where they are reached. */
@Injectable()
export class Recipients {
  constructor(
    private readonly people: PeopleRepository,
    private readonly agencies: Agencies,
    private readonly logins: Logins,
  ) {}

  /** The people of an agency among these ids. */
  async of(agencyId: AgencyId, ids: readonly PersonId[]): Promise<Recipient[]> {
    const [agency, people, logins] = await Promise.all([
      this.agencies.get(agencyId),
      this.people.byIds(agencyId, ids),
      this.people.loginsOf(agencyId, ids),
    ]);
    const contacts = await this.logins.contactsOf([...logins.values()]);
    return [...people.values()].map((person) => {
      const login = logins.get(person.id);
      const contact = login === undefined ? undefined : contacts.get(login);
      const locale = contact?.locale ?? (agency.locale as Locale);
      return { personId: person.id, locale, address: addressOf(contact?.identifier, person.phone) };
    });
  }

  /** Holders of any of these roles today in one office or in the whole agency; without an office in any. */
  async holdingAt(agencyId: AgencyId, roles: readonly Role[], officeId: string | undefined): Promise<Recipient[]> {
    const today = await this.agencies.today(agencyId);
    const ids = new Set<PersonId>();
    for (const role of roles) {
      for (const id of await this.people.holdersOf(agencyId, role, today)) {
        const posts = await this.people.rolesFrom(agencyId, id, today);
        const there = posts.some(
          (post) =>
            post.role === role &&
            post.startsOn <= today &&
            (officeId === undefined || post.officeId === undefined || post.officeId === officeId),
        );
        if (there) ids.add(id);
      }
    }
    return this.of(agencyId, [...ids]);
  }

  /** Holders of any of these roles today, but for one person where one is named. */
  async holding(agencyId: AgencyId, roles: readonly Role[], except?: PersonId): Promise<Recipient[]> {
    const today = await this.agencies.today(agencyId);
    const ids = new Set<PersonId>();
    for (const role of roles) for (const id of await this.people.holdersOf(agencyId, role, today)) ids.add(id);
    if (except) ids.delete(except);
    return this.of(agencyId, [...ids]);
  }
}

function addressOf(identifier: string | undefined, phone: string | undefined): Recipient['address'] {
  if (identifier?.includes('@')) return { channel: 'MAIL', to: identifier };
  const number = phone ?? identifier;
  return number === undefined ? undefined : { channel: 'SMS', to: number };
}
