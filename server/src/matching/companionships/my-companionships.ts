import { Injectable } from '@nestjs/common';
import { err, ok, type LocalDate, type Result } from '@tongxing/shared/kernel';
import type { WeeklyTime } from '@tongxing/shared/matching';
import { CONDUCT_VERSION, type Eligibility } from '@tongxing/shared/rules';
import { ChildrenRepository } from '../../children/index.js';
import { CompanionWords, toCompanionChild, type CompanionChildView } from '../../disclosure/index.js';
import {
  Agencies,
  PeopleRepository,
  VolunteerEligibility,
  VolunteersRepository,
  type OpenPerson,
  type VolunteerView,
} from '../../people/index.js';
import { allRows, type PersonActor } from '../../platform/access/index.js';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import type { InvalidInputError } from '../../platform/graphql/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import type { NotEligibleError } from '../runs/proposals.js';
import { CompanionshipsRepository, type CompanionshipView, type StepError } from './companionships.repository.js';
import { Contacts, type ContactView } from './contacts/contacts.js';
import { isOver } from './covers/cover-days.js';
import { HandedOn, type HandedOnView } from './handing-on/handed-on.js';
import { textProblem } from './input-problems.js';
import { NextSteps, type NextStepView } from './next-steps/next-steps.js';

/** A volunteer's own companionship: what the disclosure policy lets through, and the worker to turn to. */
export interface MyCompanionshipView {
  readonly companionship: CompanionshipView;
  readonly child?: CompanionChildView | undefined;
  readonly worker?: OpenPerson | undefined;
  readonly commonTimes: readonly WeeklyTime[];
  /** The latest, the newest first; like the plan, they open and close with the consent. */
  readonly contacts: readonly ContactView[];
  /** What the two set out to do. */
  readonly nextSteps: readonly NextStepView[];
  /** What a worker chose of the pair before. */
  readonly handedOn?: HandedOnView | undefined;
  /** Whom one stands in for; opens and closes as the child. */
  readonly coversName?: string | undefined;
  /** Until when somebody stands in for this volunteer. */
  readonly coveredUntil?: LocalDate | undefined;
}
export interface Answer {
  readonly agree: boolean;
  readonly acceptConduct: boolean;
  readonly reason?: string | undefined;
}
export type AnswerError = StepError | InvalidInputError | NotEligibleError;

/** Once the pair is over, or was declined, nothing of the child is shown any more. */
const SHOWS_CHILD: ReadonlySet<CompanionshipView['state']> = new Set(['FAMILY_CONSENTED', 'ACTIVE', 'PAUSED']);

@Injectable()
export class MyCompanionships {
  constructor(
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly agencies: Agencies,
    private readonly repository: CompanionshipsRepository,
    private readonly volunteers: VolunteersRepository,
    private readonly eligibility: VolunteerEligibility,
    private readonly people: PeopleRepository,
    private readonly children: ChildrenRepository,
    private readonly words: CompanionWords,
    private readonly contacts: Contacts,
    private readonly nextSteps: NextSteps,
    private readonly handedOn: HandedOn,
  ) {}

  async list(actor: PersonActor): Promise<MyCompanionshipView[]> {
    const volunteer = await this.volunteers.byPerson(actor.agencyId, actor.personId);
    if (!volunteer) return [];
    return this.#show(actor, await this.repository.ofVolunteers(allRows(actor.agencyId), [volunteer.id]));
  }

  /** "What am I still missing": the one eligibility function, today, for oneself. */
  async myEligibility(actor: PersonActor): Promise<Eligibility | undefined> {
    const volunteer = await this.volunteers.byPerson(actor.agencyId, actor.personId);
    return volunteer && this.#judge(actor, volunteer, await this.agencies.today(actor.agencyId));
  }

  /** The volunteer's own answer. Yes needs the conduct rules (H25) and eligibility today; no needs a reason. */
  async answer(
    actor: PersonActor,
    id: string,
    version: number,
    answer: Answer,
  ): Promise<Result<MyCompanionshipView, AnswerError>> {
    const fields = answerProblems(answer);
    const today = await this.agencies.today(actor.agencyId);
    const outcome = await this.work.run(actor, async () => {
      const found = await this.#lockOwn(actor, id, version);
      if (!found.ok) return found;
      if (fields.length > 0) return err({ code: 'INVALID_INPUT' as const, fields });
      const { pair, volunteer } = found.value;
      const eligibility = await this.#judge(actor, volunteer, today);
      if (answer.agree && !eligibility.ready) {
        return err({ code: 'VOLUNTEER_NOT_ELIGIBLE' as const, findings: eligibility.findings });
      }
      return this.#write(pair, answer, today);
    });
    if (!outcome.ok) return outcome;
    const [shown] = await this.#show(actor, [outcome.value]);
    if (!shown) throw new Error('BUG: an answered companionship is not shown');
    return ok(shown);
  }

  async #write(pair: CompanionshipView, answer: Answer, today: LocalDate) {
    const answeredAt = this.clock.nowIso();
    const stepped = answer.agree
      ? await this.repository.step(pair, 'VOLUNTEER_AGREED', {
          answeredAt,
          conductAcceptedOn: today,
          conductVersion: CONDUCT_VERSION,
        })
      : await this.repository.step(pair, 'VOLUNTEER_DECLINED', { answeredAt, reason: answer.reason?.trim() ?? '' });
    if (!stepped.ok) return stepped;
    const action = answer.agree ? 'companionship.agreed' : 'companionship.declined';
    this.trail.record({ action, subjectType: 'Companionship', subjectId: pair.id });
    await this.outbox.publish('CompanionshipAnswered', {
      companionshipId: pair.id,
      agreed: answer.agree,
      workerPersonId: pair.workerId,
    });
    return stepped;
  }

  /** Somebody else's companionship answers as a missing one. */
  async #lockOwn(
    actor: PersonActor,
    id: string,
    version: number,
  ): Promise<Result<{ pair: CompanionshipView; volunteer: VolunteerView }, StepError>> {
    const volunteer = await this.volunteers.byPerson(actor.agencyId, actor.personId);
    const seen = await this.repository.find(allRows(actor.agencyId), id);
    if (!volunteer || seen?.volunteerId !== volunteer.id) return err({ code: 'NOT_FOUND' });
    const locked = await this.repository.lock(allRows(actor.agencyId), id, version);
    return locked.ok ? ok({ pair: locked.value, volunteer }) : locked;
  }

  async #judge(actor: PersonActor, volunteer: VolunteerView, on: LocalDate): Promise<Eligibility> {
    const judged = (await this.eligibility.on(actor.agencyId, [volunteer], on)).get(volunteer.id);
    if (!judged) throw new Error('BUG: a volunteer was not judged');
    return judged;
  }

  async #show(actor: PersonActor, pairs: readonly CompanionshipView[]): Promise<MyCompanionshipView[]> {
    const { agencyId } = actor;
    const today = await this.agencies.today(agencyId);
    // A family that said stop took back its word: nothing of the child stays open until it has said yes again (H21).
    const begun = pairs.filter(
      (pair) => SHOWS_CHILD.has(pair.state) && pair.familyStoppedAt === undefined && !isOver(pair, today),
    );
    const groups = await this.words.groupsFor(agencyId, begun, today);
    const children = await this.children.byIds(
      allRows(agencyId),
      begun.map((pair) => pair.childId),
    );
    const workers = await this.people.byIds(
      agencyId,
      pairs.map((pair) => pair.workerId),
    );
    const shown = new Map(
      begun.flatMap(({ id, childId }) => {
        const [child, open] = [children.get(childId), groups.get(id)];
        const view = child && open && toCompanionChild(child, open, today);
        return view ? [[id, view] as const] : [];
      }),
    );
    const contacts = await this.contacts.latest(agencyId, [...shown.keys()]);
    const nextSteps = await this.nextSteps.ofPairs(agencyId, [...shown.keys()]);
    const open = pairs.filter(({ id }) => shown.has(id));
    const handedOn = await this.handedOn.ofPairs(agencyId, open);
    const names = await this.#namesOfAbsent(open);
    const ids = pairs.map(({ id }) => id);
    const standIns = await this.repository.standingIn(allRows(agencyId), ids);
    return pairs.map((companionship) => {
      return {
        coversName: names.get(companionship.id),
        coveredUntil: coveredUntil(standIns.get(companionship.id)),
        companionship,
        child: shown.get(companionship.id),
        worker: workers.get(companionship.workerId),
        commonTimes: companionship.commonTimes,
        contacts: contacts.get(companionship.id) ?? [],
        nextSteps: nextSteps.get(companionship.id) ?? [],
        handedOn: handedOn.get(companionship.id),
      };
    });
  }

  /** Whom these stand in for, by their own id. */
  async #namesOfAbsent(pairs: readonly CompanionshipView[]): Promise<ReadonlyMap<string, string>> {
    const [some] = pairs;
    const of = pairs.flatMap(({ cover }) => cover?.of ?? []);
    if (!some || of.length === 0) return new Map();
    const all = allRows(some.agencyId);
    const firsts = await this.repository.byIds(all, of);
    const volunteerIds = firsts.map(({ volunteerId }) => volunteerId);
    const volunteers = await this.volunteers.byIds(all, volunteerIds);
    return new Map(
      pairs.flatMap(({ id, cover }) => {
        const first = firsts.find((pair) => pair.id === cover?.of);
        const name = first && volunteers.get(first.volunteerId)?.person.name;
        return name ? [[id, name] as const] : [];
      }),
    );
  }
}

/** Only once the stand-in has begun: whom the family has not agreed to yet is nobody to rely on. */
const coveredUntil = (standIn: CompanionshipView | undefined) =>
  standIn?.state === 'ACTIVE' ? standIn.cover?.until : undefined;

function answerProblems(answer: Answer) {
  if (answer.agree) return answer.acceptConduct ? [] : [{ field: 'acceptConduct', code: 'REQUIRED' }];
  return textProblem('reason', answer.reason ?? '', 500);
}
