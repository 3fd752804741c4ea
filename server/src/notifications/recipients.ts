import { Injectable } from '@nestjs/common';
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';
import type { Role } from '@tongxing/shared/permissions';
import type { MessageChannel } from '@tongxing/shared/rules';
import { Agencies, PeopleRepository } from '../people/index.js';
import { Logins } from '../platform/auth/index.js';
import type { Locale } from './templates.js';

export interface Recipient {
  readonly personId: PersonId;
  readonly locale: Locale;
  /** The ways by which they are reached; somebody who left neither reads in the app only. */
  readonly mail: string | undefined;
  /** Canonical: `+8613800138000`. */
  readonly phone: string | undefined;
}

/** Where a message goes: the way that was chosen, where it is known; otherwise mail before SMS. */
export function addressOf(
  { mail, phone }: Pick<Recipient, 'mail' | 'phone'>,
  chosen: MessageChannel | undefined,
): { readonly channel: MessageChannel; readonly to: string } | undefined {
  if (phone && (chosen === 'SMS' || !mail)) return { channel: 'SMS', to: phone };
  return mail === undefined ? undefined : { channel: 'MAIL', to: mail };
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
      const identifier = contact?.identifier;
      const isMail = identifier?.includes('@') ?? false;
      const mail = isMail ? identifier : undefined;
      return { personId: person.id, locale, mail, phone: person.phone ?? (isMail ? undefined : identifier) };
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
