// Who would be left alone when a post ends, who may take them over, and that it happens on the day after its last day.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { addDays, localDateIn, type AgencyId, type LocalDate, type PersonId } from '@tongxing/shared/kernel';
import type { Role } from '@tongxing/shared/permissions';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { JobHandlers, JobRefused, Outbox, type JobKind } from '../../platform/outbox/index.js';
import { Agencies } from '../agencies/agencies.js';
import { inForce } from '../people.repository.js';
import { RolesApart } from '../supervised-by/roles-apart.js';
import { SupervisionHistory } from '../supervised-by/supervision-history.js';
import { Handovers } from './handovers.js';
import { StaffRepository, type Post } from './staff.repository.js';

export interface LeftAlone {
  readonly volunteers: number;
  readonly companionships: number;
}

const HAND_OVER: JobKind<{ postId: string; to: string }> = {
  kind: 'staff.hand-over',
  payload: z.object({ postId: z.string(), to: z.string() }),
};
const WORKERS: readonly Role[] = ['SOCIAL_WORKER', 'SUPERVISOR'];

export const holds = ({ startsOn, endsOn }: Post, on: LocalDate) => inForce({ startsOn, endsOn: endsOn ?? null }, on);

@Injectable()
export class PostHandovers implements OnModuleInit {
  constructor(
    private readonly repository: StaffRepository,
    private readonly handovers: Handovers,
    private readonly supervision: SupervisionHistory,
    private readonly apart: RolesApart,
    private readonly agencies: Agencies,
    private readonly outbox: Outbox,
    private readonly handlers: JobHandlers,
    private readonly trail: AuditTrail,
  ) {}

  onModuleInit(): void {
    this.handlers.inUnit(HAND_OVER, ({ postId, to }, { agencyId }) => this.#due(agencyId, postId, to as PersonId));
  }

  /** Nobody is, while another post of the same person still looks after them. */
  async leftAlone(agencyId: AgencyId, post: Post, on: LocalDate): Promise<LeftAlone> {
    const others = (await this.repository.postsOf(agencyId, post.personId)).filter(
      (other) => other.id !== post.id && holds(other, on),
    );
    const still = (roles: readonly Role[]) => others.some(({ role }) => roles.includes(role));
    const supervises = post.role === 'SUPERVISOR' && !still(['SUPERVISOR']);
    const accompanies = WORKERS.includes(post.role) && !still(WORKERS);
    return {
      volunteers: supervises ? await this.repository.supervised(agencyId, post.personId) : 0,
      companionships: accompanies ? await this.handovers.count(agencyId, post.personId) : 0,
    };
  }

  async mayTake(agencyId: AgencyId, post: Post, to: PersonId, on: LocalDate): Promise<boolean> {
    if (to === post.personId || (await this.repository.stopped(agencyId)).has(to)) return false;
    const wanted: readonly Role[] = post.role === 'SUPERVISOR' ? ['SUPERVISOR'] : WORKERS;
    return (await this.repository.postsOf(agencyId, to)).some(
      (other) => wanted.includes(other.role) && holds(other, on),
    );
  }

  /** How many of those left alone this person has to do with from the other side of a case (T14). Inside a unit of work. */
  async tooClose(agencyId: AgencyId, post: Post, left: LeftAlone, to: PersonId): Promise<number> {
    const { personId } = post;
    const volunteers = left.volunteers > 0 ? await this.repository.supervisedIds(agencyId, personId) : [];
    const children = left.companionships > 0 ? await this.handovers.childIds(agencyId, personId) : [];
    const supervised = await this.apart.volunteers(agencyId, to, volunteers);
    return supervised.size + (await this.apart.children(agencyId, to, children)).size;
  }

  /** Hands over once the last day is past: at once where it is, else by a job at the beginning of the day after. */
  async after(agencyId: AgencyId, post: Post, endsOn: LocalDate, to: PersonId): Promise<void> {
    const next = addDays(endsOn, 1);
    if ((await this.agencies.today(agencyId)) >= next) return this.#apply(agencyId, post, to, next);
    const runAt = beginningOf(next, await this.agencies.timeZone(agencyId));
    await this.outbox.add(HAND_OVER.kind, { postId: post.id, to }, { runAt });
  }

  /** Whoever came to the post in the meantime goes along; whoever has another post by now keeps their people. */
  async #due(agencyId: AgencyId, postId: string, to: PersonId): Promise<void> {
    const today = await this.agencies.today(agencyId);
    const post = await this.repository.lock(agencyId, postId);
    if (!post || holds(post, today)) return;
    const left = await this.leftAlone(agencyId, post, today);
    if (left.volunteers + left.companionships === 0) return;
    // Stopped, without the role since, or on both sides by now: who takes over then is a person's decision.
    const may = await this.mayTake(agencyId, post, to, today);
    if (!may || (await this.tooClose(agencyId, post, left, to)) > 0) throw new JobRefused('HAND_OVER_REFUSED');
    await this.#apply(agencyId, post, to, today);
  }

  async #apply(agencyId: AgencyId, post: Post, to: PersonId, on: LocalDate): Promise<void> {
    const left = await this.leftAlone(agencyId, post, on);
    if (left.volunteers > 0) await this.supervision.handOver(agencyId, post.personId, to);
    if (left.companionships > 0) await this.handovers.apply(agencyId, post.personId, to);
    const facts = { to, post: post.id, ...left };
    this.trail.record({ action: 'role.handedOver', subjectType: 'Person', subjectId: post.personId, facts });
  }
}

const MINUTE_MS = 60_000;
const QUARTER = 15;
/** No zone is further from UTC. */
const FURTHEST_HOURS = 15;

/** The first instant of a day in a zone; zones change their clocks at quarters of an hour. */
export function beginningOf(day: LocalDate, timeZone: string): string {
  let at = Date.parse(`${day}T00:00:00.000Z`) - FURTHEST_HOURS * 60 * MINUTE_MS;
  while (localDateIn(new Date(at), timeZone) < day) at += QUARTER * MINUTE_MS;
  return new Date(at).toISOString();
}
