// Companionships brought about as the product does it: a run, a worker's yes, the volunteer's, the family's, a plan, a start.
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { AgencyId, ChildId, LocalDate, OfficeId, PersonId, VolunteerId } from '@tongxing/shared/kernel';
import { VolunteerAgreements } from '../../agreements/index.js';
import { ChildrenRepository } from '../../children/index.js';
import {
  Companionships,
  CompanionshipsRepository,
  FamilyLinks,
  Guardians,
  MatchRuns,
  MyCompanionships,
  Proposals,
} from '../../matching/index.js';
import { Documents, Purposes } from '../../documents/index.js';
import { Agencies, PeopleRepository, VolunteersRepository } from '../../people/index.js';
import { allRows, type PersonActor } from '../../platform/access/index.js';
import { Ids } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { RecordChecks } from '../../screening/index.js';
import { Trainings } from '../../training/index.js';
import { pngScan } from '../../platform/testing/papers.js';

const SATURDAY = [{ weekday: 6 as const, startMinute: 540, endMinute: 720 }];
const LONG_AGO = '2026-03-01' as LocalDate;
const NEXT_YEAR = '2027-10-01' as LocalDate;

/** A child's own words and facts, to be found again wherever they come out. */
export interface ChildTexts {
  readonly name: string;
  readonly school: string;
  readonly guardian: string;
  readonly plan: string;
}
export const textsOf = (mark: string): ChildTexts => ({
  name: `童${mark}`,
  school: `${mark}号小学`,
  guardian: `家长${mark}`,
  plan: `与${mark}一起读书`,
});

export class Pairs {
  #phones = 0;

  constructor(
    private readonly app: NestExpressApplication,
    private readonly agencyId: AgencyId,
    private readonly supervisorId: PersonId,
    private readonly prefix: string,
  ) {}

  async addVolunteer(name: string, places: number, officeId?: OfficeId, result: 'CLEAR' | 'HIT' = 'CLEAR') {
    const { app, agencyId, supervisorId } = this;
    return this.#write(async () => {
      const person = { agencyId, name, gender: 'FEMALE' as const, birthDate: '1990-05-05' as LocalDate };
      const personId = await app.get(PeopleRepository).add({ ...person, phone: this.#phone() });
      const volunteer = { agencyId, personId, officeId, languages: ['zh'], skills: [], freeTimes: SATURDAY, places };
      const [id] = await app.get(VolunteersRepository).addAll([{ ...volunteer, supervisorId }]);
      const fact = { agencyId, personId, happenedOn: LONG_AGO, validUntil: null, batchId: null, confirmedBy: null };
      await app.get(Trainings).addAll([{ ...fact, kind: 'PRE_SERVICE' }]);
      await app.get(VolunteerAgreements).addAll([{ ...fact, validUntil: NEXT_YEAR }]);
      await app.get(RecordChecks).addAll([{ ...fact, result }]);
      return { id: id as VolunteerId, personId };
    });
  }

  async addChild(mark: string, officeId?: OfficeId): Promise<ChildId> {
    const { app, agencyId } = this;
    const { name, school, guardian } = textsOf(mark);
    return this.#write(async () => {
      const person = { agencyId, name, gender: 'FEMALE' as const, birthDate: '2016-06-01' as LocalDate };
      const personId = await app.get(PeopleRepository).add(person);
      const [id] = await app.get(ChildrenRepository).addAll(agencyId, [
        {
          ...{ agencyId, personId, officeId, identity: mark, school },
          guardian: { name: guardian, phone: this.#phone(), relation: '母亲' },
          ...{ languages: ['zh'], needs: ['LEARNING'], freeTimes: SATURDAY, priority: 3, waitingSince: LONG_AGO },
        },
      ]);
      return id as ChildId;
    });
  }

  /** A run by this worker; whatever it proposed stays open. */
  async propose(worker: PersonActor): Promise<string> {
    const run = must(await this.app.get(MatchRuns).run(worker, undefined, this.app.get(Ids).next()));
    return run.id;
  }

  /** Runs, accepts what was proposed for this child, and has the volunteer say yes; the family was not asked yet. */
  async agree(worker: PersonActor, volunteer: PersonActor, childId: ChildId, mark: string) {
    const { app, agencyId } = this;
    const runId = await this.propose(worker);
    const all = allRows(agencyId);
    const { proposals } = await app.get(Proposals).page(all, runId, 'PROPOSED', { offset: 0, limit: 50 });
    const proposal = proposals.find((one) => one.childId === childId);
    if (!proposal) throw new Error(`the run proposed nobody for ${mark}`);
    must(await app.get(Proposals).accept(worker, proposal.id, proposal.version));
    const [pair] = await app.get(CompanionshipsRepository).ofProposals(all, [proposal.id]);
    if (!pair) throw new Error('an accepted proposal has no companionship');
    const yes = { agree: true, acceptConduct: true };
    return must(await app.get(MyCompanionships).answer(volunteer, pair.id, pair.version, yes)).companionship;
  }

  /** The same, and on to its first day, with a photo of the paper on which the family gave its word. */
  async begin(worker: PersonActor, volunteer: PersonActor, childId: ChildId, mark: string): Promise<string> {
    const { app, agencyId } = this;
    const today = await app.get(Agencies).today(agencyId);
    const pair = await this.agree(worker, volunteer, childId, mark);
    const { guardian, plan } = textsOf(mark);
    const word = {
      ...{ guardianName: guardian, relation: '母亲', method: 'SIGNATURE' as const, childAnswer: 'YES' as const },
      ...{ serviceAgreementSignedOn: today, givenOn: today, validUntil: NEXT_YEAR, childAnsweredOn: today },
    };
    const steps = app.get(Companionships);
    const paper = await this.#photograph(worker, pair.id, guardian);
    const consented = must(await steps.recordConsent(worker, pair.id, pair.version, word, [paper]));
    const goals = { taskGoal: plan, processGoal: plan, meetingPlace: plan, contactsPerMonth: 4 };
    const planned = must(await steps.approvePlan(worker, pair.id, consented.version, goals));
    must(await steps.activate(worker, pair.id, planned.version, today));
    return pair.id;
  }

  async #photograph(worker: PersonActor, pairId: string, name: string): Promise<string> {
    const purposes = this.app.get(Purposes);
    const rules = purposes.get('CONSENT_PAPER');
    const place = rules && (await purposes.place(worker, 'write', rules, pairId));
    if (!place) throw new Error('a worker has no place for the paper of a consent');
    const photo = { name, kind: 'PNG' as const, bytes: await pngScan() };
    return must(await this.app.get(Documents).bring(worker, place, photo)).id;
  }

  async end(worker: PersonActor, pairId: string, mark: string): Promise<void> {
    const { app, agencyId } = this;
    const today = await app.get(Agencies).today(agencyId);
    const pair = await app.get(CompanionshipsRepository).find(allRows(agencyId), pairId);
    must(await app.get(Companionships).end(worker, pairId, pair?.version ?? 0, textsOf(mark).plan, today));
  }

  /** The cookie of a guardian who came by the personal link. */
  async guardianCookie(worker: PersonActor, pairId: string): Promise<string> {
    const { path } = must(await this.app.get(FamilyLinks).create(worker, pairId));
    const session = await this.app.get(Guardians).enter(path.split('/').at(-1) ?? '');
    if (!session) throw new Error('the link does not open');
    return `tongxing_session=${session.token}`;
  }

  #phone(): string {
    this.#phones += 1;
    return `+86${this.prefix}${String(this.#phones).padStart(6, '0')}`;
  }

  #write<T>(work: () => Promise<T>): Promise<T> {
    return this.app.get(UnitOfWork).run({ kind: 'system', agencyId: this.agencyId, name: 'test' }, work);
  }
}

export function must<T>(
  outcome: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`a step of the test's world was refused: ${JSON.stringify(outcome.error)}`);
}
