// A new row of a pair, which begins at the beginning: whoever its companion is, everybody is asked anew (H26).
import { Injectable } from '@nestjs/common';
import type { ChildId, CompanionshipId, MatchProposalId } from '@tongxing/shared/kernel';
import { ChildrenRepository } from '../../children/index.js';
import type { VolunteerView } from '../../people/index.js';
import { allRows, type PersonActor } from '../../platform/access/index.js';
import { Clock, Ids } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { commonTimes } from '../domain/common-times.js';
import { Companionship } from './companionship.entity.js';
import { CompanionshipsRepository, type CompanionshipView, type Cover } from './companionships.repository.js';

/** Where a pair comes from that no run of its own proposed. */
export interface Origin {
  readonly proposalId: string;
  readonly childId: ChildId;
  readonly restartOfId?: CompanionshipId | undefined;
  readonly handedOnFromId?: CompanionshipId | undefined;
  /** The pair whose companion is away: the child's one place stays with it. */
  readonly cover?: Pick<Cover, 'of' | 'from' | 'until'> | undefined;
}

@Injectable()
export class NewPairs {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly outbox: Outbox,
    private readonly children: ChildrenRepository,
    private readonly repository: CompanionshipsRepository,
  ) {}

  /** Takes the places and invites the volunteer, who is locked. Inside a unit of work. */
  async add(actor: PersonActor, volunteer: VolunteerView, origin: Origin): Promise<CompanionshipView> {
    const { agencyId } = actor;
    const { proposalId, childId, restartOfId, handedOnFromId, cover } = origin;
    const id = this.ids.next<CompanionshipId>();
    const child = (await this.children.byIds(allRows(agencyId), [childId])).get(childId);
    await this.database.repository(Companionship).insert({
      ...{ id, agencyId, proposalId, volunteerId: volunteer.id, childId },
      heldChildId: cover ? null : childId,
      workerId: actor.personId,
      state: 'ACCEPTED',
      version: 1,
      acceptedAt: this.clock.nowIso(),
      restartOfId: restartOfId ?? null,
      handedOnFromId: handedOnFromId ?? null,
      ...(cover ? { coversId: cover.of, standsInForId: cover.of, coverFrom: cover.from, coverUntil: cover.until } : {}),
      commonTimes: commonTimes(volunteer.freeTimes, child?.freeTimes ?? []),
    });
    await this.outbox.publish('ProposalAccepted', {
      proposalId: proposalId as MatchProposalId,
      companionshipId: id,
      volunteerPersonId: volunteer.person.id,
    });
    const begun = await this.repository.find(allRows(agencyId), id);
    if (!begun) throw new Error('BUG: a new pair is not there');
    return begun;
  }
}
