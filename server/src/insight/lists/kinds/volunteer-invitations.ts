// Invitations to picked volunteers who have no account yet: each makes the own one. Taken back while nobody took it up.
import { Injectable } from '@nestjs/common';
import { MOST_INVITATIONS, type KeptReason } from '@tongxing/shared/rules';
import { Agencies, Invitations, VolunteersRepository, type BulkInvitation } from '../../../people/index.js';
import { mayDo, rowsFor, type PersonActor } from '../../../platform/access/index.js';
import type { DoneRow, KindOfChange } from './kind-of-change.js';

const KEPT: Readonly<Record<Exclude<BulkInvitation['state'], 'SENT'>, KeptReason>> = {
  HAS_ACCOUNT: 'HAS_ACCOUNT',
  ALREADY_INVITED: 'ALREADY_INVITED',
  NO_PHONE: 'NO_PHONE',
  PHONE_TAKEN: 'PHONE_TAKEN',
  NOT_YOURS: 'NOT_YOURS',
};

@Injectable()
export class VolunteerInvitations {
  readonly kind: KindOfChange = {
    list: 'VOLUNTEERS',
    permission: 'volunteer.arrange',
    subjectType: 'Volunteer',
    action: 'volunteer.invitedTogether',
    most: MOST_INVITATIONS,
    allows: (actor, to) => Promise.resolve(to === null && mayDo(actor, 'person.invite')),
    apply: (actor, ids) => this.#apply(actor, ids),
    undo: async (actor, rows) => {
      const back = [];
      for (const row of rows) {
        if (row.madeId !== null && (await this.invitations.takeBack(actor, row.madeId))) back.push(row);
      }
      return back;
    },
  };

  constructor(
    private readonly volunteers: VolunteersRepository,
    private readonly invitations: Invitations,
    private readonly agencies: Agencies,
  ) {}

  async #apply(actor: PersonActor, ids: readonly string[]) {
    const found = await this.volunteers.byIds(rowsFor(actor, 'volunteer.arrange'), ids);
    const { locale } = await this.agencies.get(actor.agencyId);
    const rows: DoneRow[] = [];
    const kept = new Map<string, KeptReason>();
    for (const [rowId, { person }] of found) {
      const outcome = await this.invitations.inviteWithin(actor, person, locale === 'en' ? 'en' : 'zh-CN');
      if (outcome.state === 'SENT') rows.push({ rowId, beforeId: null, ofId: null, madeId: outcome.invitationId });
      else kept.set(rowId, KEPT[outcome.state]);
    }
    return { rows, kept };
  }
}
