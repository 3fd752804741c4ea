// What there is to talk about: gathered from what is open, so that nobody has to look for it.
import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@tongxing/shared/kernel';
import type { EligibilityOutcome, Requirement } from '@tongxing/shared/rules';
import { ChildrenRepository } from '../children/index.js';
import { CompanionshipsRepository, type CompanionshipView } from '../matching/index.js';
import { Agencies, VolunteerEligibility, VolunteersRepository } from '../people/index.js';
import { allRows, rowsFor, type PersonActor } from '../platform/access/index.js';
import { Concerns } from '../safeguarding/index.js';
import { SessionsRepository, type SessionView } from './sessions.repository.js';

export const AGENDA_KINDS = ['CONCERN_OPEN', 'CONTACT_LATE', 'PAIR_RESTS', 'FACT_ENDS', 'ACTION_OPEN'] as const;
export type AgendaKind = (typeof AGENDA_KINDS)[number];
export interface AgendaItem {
  readonly kind: AgendaKind;
  readonly volunteerId: string;
  readonly on?: LocalDate | undefined;
  /** What had been agreed. */
  readonly text?: string | undefined;
  readonly companionshipId?: string | undefined;
  readonly pseudonym?: string | undefined;
  readonly requirement?: Requirement | undefined;
  readonly concernId?: string | undefined;
}

const MOST_CONCERNS = 100;
/** What is to be done about it before it stands in the way; a stop is nobody's matter for a talk. */
const TO_RENEW: readonly EligibilityOutcome[] = ['RENEWAL_DUE', 'EXPIRED', 'MISSING'];

@Injectable()
export class Agenda {
  constructor(
    private readonly agencies: Agencies,
    private readonly volunteers: VolunteersRepository,
    private readonly eligibility: VolunteerEligibility,
    private readonly companionships: CompanionshipsRepository,
    private readonly children: ChildrenRepository,
    private readonly concerns: Concerns,
    private readonly sessions: SessionsRepository,
  ) {}

  /** Of those who have a seat in a talk; of children only what the actor may read anyhow. */
  async of(actor: PersonActor, session: SessionView): Promise<AgendaItem[]> {
    const { agencyId } = actor;
    const today = await this.agencies.today(agencyId);
    const ids = session.seats.map(({ volunteerId }) => volunteerId);
    const pairs = await this.companionships.ofVolunteers(rowsFor(actor, 'companionship.read'), ids);
    const volunteerOf = new Map<string, string>(session.seats.map((seat) => [seat.personId, seat.volunteerId]));
    const actions = await this.sessions.openActions(agencyId, [...volunteerOf.keys()]);
    return [
      ...(await this.#ofConcerns(actor, pairs)),
      ...(await this.#ofPairs(actor, pairs, today)),
      ...(await this.#ofFacts(actor, ids, today)),
      ...actions
        .filter(({ sessionId }) => sessionId !== session.id)
        .map(({ personId, text, dueOn: on }) => ({
          ...{ kind: 'ACTION_OPEN' as const, text, on },
          volunteerId: volunteerOf.get(personId) ?? '',
        })),
    ];
  }

  async #ofPairs(actor: PersonActor, pairs: readonly CompanionshipView[], today: LocalDate): Promise<AgendaItem[]> {
    const late = ({ state, nextContactOn }: CompanionshipView) =>
      state === 'ACTIVE' && nextContactOn !== undefined && nextContactOn < today;
    const open = [
      ...pairs.filter(late).map((pair) => ({ pair, kind: 'CONTACT_LATE' as const, on: pair.nextContactOn })),
      ...pairs
        .filter(({ state }) => state === 'PAUSED')
        .map((pair) => ({ pair, kind: 'PAIR_RESTS' as const, on: undefined })),
    ];
    const children = await this.children.byIds(
      rowsFor(actor, 'companionship.read'),
      open.map(({ pair }) => pair.childId),
    );
    return open.map(({ pair, kind, on }) => ({
      ...{ kind, on, volunteerId: pair.volunteerId, companionshipId: pair.id },
      pseudonym: children.get(pair.childId)?.pseudonym,
    }));
  }

  async #ofConcerns(actor: PersonActor, pairs: readonly CompanionshipView[]): Promise<AgendaItem[]> {
    const volunteerOf = new Map<string, string>(pairs.map((pair) => [pair.childId, pair.volunteerId]));
    if (volunteerOf.size === 0) return [];
    const { concerns } = await this.concerns.page(actor, { offset: 0, limit: MOST_CONCERNS });
    return concerns.flatMap(({ id, childId, state }) => {
      const volunteerId = childId === undefined ? undefined : volunteerOf.get(childId);
      if (volunteerId === undefined || state === 'CLOSED') return [];
      return [{ kind: 'CONCERN_OPEN' as const, volunteerId, concernId: id }];
    });
  }

  async #ofFacts({ agencyId }: PersonActor, ids: readonly string[], today: LocalDate): Promise<AgendaItem[]> {
    const volunteers = [...(await this.volunteers.byIds(allRows(agencyId), ids)).values()];
    const judged = await this.eligibility.on(agencyId, volunteers, today);
    return volunteers.flatMap(({ id }) =>
      (judged.get(id)?.findings ?? [])
        .filter(({ outcome }) => TO_RENEW.includes(outcome))
        .map(({ requirement, until }) => ({
          ...{ kind: 'FACT_ENDS' as const, volunteerId: id, requirement },
          on: until,
        })),
    );
  }
}
