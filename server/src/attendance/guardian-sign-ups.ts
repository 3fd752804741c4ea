// A guardian's word on activities, by the personal link: what is open, what happens there, and whether the child comes.
// The child is asked first; a no that the child said itself is not turned round by anybody's link (P12, P42).
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { addDays, err, ok, type AgencyId, type Result } from '@tongxing/shared/kernel';
import { ACTIVITY_LIMITS } from '@tongxing/shared/rules';
import { Activities, type Activity, type ActivityView } from '../activities/index.js';
import { ChildEnrolmentFacts } from '../children/index.js';
import { OwnLedger } from '../disclosure/index.js';
import { Agencies } from '../people/index.js';
import type { GuardianActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import type { NotFoundError } from '../platform/graphql/index.js';
import { TeamOffer } from '../teams/index.js';
import type { ActivityChild } from './attendance.entities.js';
import { ChildrenRows } from './children-rows.js';
import { signUpRefusal, mayOptOut, type SignUpRefusal } from './domain/guardian-word.js';
import { Exposure } from './exposure.js';

export interface ChildActivityView {
  readonly view: ActivityView;
  /** Whether a team from outside may come. */
  readonly outsiders: boolean;
  readonly row: ActivityChild | undefined;
  /** Why the child cannot be signed up now; undefined where it can, or is. */
  readonly refusal: SignUpRefusal | undefined;
  readonly mayOptOut: boolean;
}
export interface GuardianSaid {
  readonly childSaidYes: boolean;
  readonly outsidersAgreed: boolean;
}
export interface SignUpRefusedError {
  readonly code: 'SIGN_UP_REFUSED';
  readonly why: SignUpRefusal;
}
type Outcome = Result<true, NotFoundError | SignUpRefusedError>;
const MISSING: NotFoundError = { code: 'NOT_FOUND' };
const SHOWN: readonly Activity['state'][] = ['OPEN', 'ROSTER_LOCKED', 'RUNNING'];
const MOST_SHOWN = 60;
const refused = (why: SignUpRefusal): Outcome => err({ code: 'SIGN_UP_REFUSED', why });

@Injectable()
export class GuardianSignUps {
  constructor(
    private readonly activities: Activities,
    private readonly agencies: Agencies,
    private readonly ledger: OwnLedger,
    private readonly locks: ChildEnrolmentFacts,
    private readonly exposure: Exposure,
    private readonly rows: ChildrenRows,
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
  ) {}

  /**
   * Open activities with children from today on, the earliest first; at most 60. Undefined for a guardian under suspicion,
   * who is not told where the child will be (T13).
   */
  async list(actor: GuardianActor): Promise<ChildActivityView[] | undefined> {
    const { agencyId, childId } = actor;
    if (!(await this.ledger.holder(actor))) return undefined;
    const today = await this.agencies.today(agencyId);
    const until = addDays(today, ACTIVITY_LIMITS.furthestDays);
    const all = await this.activities.between(agencyId, today, until);
    const views = all
      .filter(({ activity }) => SHOWN.includes(activity.state) && activity.children > 0)
      .slice(0, MOST_SHOWN);
    const offered = await this.#offered(
      agencyId,
      views.map(({ activity }) => activity.id),
    );
    const found: ChildActivityView[] = [];
    for (const view of views) {
      const { activity } = view;
      const rows = await this.rows.of(agencyId, activity.id);
      const row = rows.find((one) => one.childId === childId);
      const visits = (await this.exposure.visits(agencyId, activity, [childId])).get(childId);
      const reached = visits?.most !== undefined && visits.taken >= visits.most;
      const facts = { state: activity.state, places: activity.children, taken: signedUp(rows, childId), row, reached };
      const refusal = row?.choice === 'SIGNED_UP' ? undefined : signUpRefusal(facts);
      const outsiders = offered.has(activity.id);
      found.push({ view, outsiders, row, refusal, mayOptOut: mayOptOut(activity.state, row) });
    }
    return found;
  }

  /** The child comes. A guardian who asked the child, and knows who else comes, says so; twice is as once. */
  signUp(actor: GuardianActor, activityId: string, said: GuardianSaid): Promise<Outcome> {
    return this.#write(actor, activityId, async (activity, row) => {
      if (row?.choice === 'SIGNED_UP') return ok(true);
      const { agencyId, childId } = actor;
      const offered = await this.#offered(agencyId, [activity.id]);
      if (!said.childSaidYes) return refused('CHILD_NOT_ASKED');
      if (offered.has(activity.id) && !said.outsidersAgreed) return refused('CONSENT_MISSING');
      const rows = await this.rows.of(agencyId, activity.id);
      const reached = await this.exposure.isReached(agencyId, activity, childId);
      const facts = { state: activity.state, places: activity.children, taken: signedUp(rows, childId), row, reached };
      const why = signUpRefusal(facts);
      if (why) return refused(why);
      await this.#put(actor, activity.id, row, 'SIGNED_UP');
      return ok(true);
    });
  }

  /** The child does not come; at any time until it is there. Twice is as once. */
  optOut(actor: GuardianActor, activityId: string): Promise<Outcome> {
    return this.#write(actor, activityId, async (activity, row) => {
      if (row?.choice === 'OPTED_OUT') return ok(true);
      if (!mayOptOut(activity.state, row)) return refused('CLOSED');
      await this.#put(actor, activity.id, row, 'OPTED_OUT');
      return ok(true);
    });
  }

  /** Locks the activity, then the child: of two who want the last place, the second finds it taken. */
  #write(
    actor: GuardianActor,
    activityId: string,
    decide: (activity: Activity, row: ActivityChild | undefined) => Promise<Outcome>,
  ): Promise<Outcome> {
    const { agencyId, childId } = actor;
    return this.work.run(actor, async (): Promise<Outcome> => {
      if (!(await this.ledger.holder(actor))) return err(MISSING);
      const [activity] = await this.activities.held(agencyId, [activityId]);
      if (!activity || activity.onDate < (await this.agencies.today(agencyId))) return err(MISSING);
      await this.locks.lock(agencyId, childId);
      const row = await this.rows.lock(agencyId, activityId, childId);
      // What was never open to this child is as if it were not there.
      if (!row && !SHOWN.includes(activity.state)) return err(MISSING);
      return decide(activity, row ?? undefined);
    });
  }

  async #put(
    { agencyId, childId, linkId }: GuardianActor,
    activityId: string,
    row: ActivityChild | undefined,
    choice: ActivityChild['choice'],
  ): Promise<void> {
    const word = { choice, saidBy: 'GUARDIAN' as const, recordedBy: linkId };
    const nothing = { inMinute: null, outMinute: null, seemed: null, noteSealed: null, fetchedBySealed: null };
    const empty = { ...nothing, face: null, wordsSealed: null };
    if (row) await this.rows.change(row, word);
    else await this.rows.add({ id: this.rows.newId(), agencyId, activityId, childId, ...word, ...empty });
    this.trail.record({
      ...{ action: 'activity.childWritten', subjectType: 'Child', subjectId: childId, facts: { choice } },
    });
  }

  async #offered(agencyId: AgencyId, ids: readonly string[]): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    const offers = await this.database.repository(TeamOffer).findBy({ agencyId, activityId: In([...ids]) });
    return new Set(offers.map(({ activityId }) => activityId));
  }
}

const signedUp = (rows: readonly ActivityChild[], but: string): number =>
  rows.filter(({ childId, choice }) => childId !== but && choice === 'SIGNED_UP').length;
