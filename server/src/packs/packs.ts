// The desk's side of a pack: who was there and for how long, what is told, and the sending, which nobody can take back.
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { err, ok, type AgencyId, type PersonId, type Result } from '@tongxing/shared/kernel';
import { childrenForTeam } from '@tongxing/shared/rules';
import type { Finding } from '@tongxing/shared/release-check';
import { AfterDays, type AfterDay } from '../attendance/index.js';
import { ChildrenRepository } from '../children/index.js';
import { PeopleNames } from '../people/index.js';
import { allRows, type PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Cipher } from '../platform/crypto/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import type { InvalidInputError, NotFoundError, StaleVersionError } from '../platform/graphql/index.js';
import { Outbox } from '../platform/outbox/index.js';
import { ReleaseChecks } from '../progress/index.js';
import { RosterPlace } from '../rosters/index.js';
import { TeamBookings, Teams } from '../teams/index.js';
import { LONGEST_TEXTS, packProblems, packText, type PackWords } from './domain/pack-text.js';
import { PackHeads, type PackHead } from './pack-heads.js';
import { PackThanks, type MarksUnreadError, type ThanksView } from './pack-thanks.js';
import type { TeamPack, TeamPackEdition } from './pack.entities.js';
import { PacksRepository } from './packs.repository.js';

export interface ThanksNotReleasedError {
  readonly code: 'THANKS_NOT_RELEASED';
}
export type SendError =
  InvalidInputError | NotFoundError | StaleVersionError | MarksUnreadError | ThanksNotReleasedError;

export interface LineView {
  readonly personId: string;
  readonly name: string;
  readonly minutes: number;
}
export interface EditionView {
  readonly edition: TeamPackEdition;
  readonly words: PackWords;
  readonly sentBy: string;
}
export interface PackView {
  readonly head: PackHead;
  /** From the hours log, as it is now. */
  readonly lines: readonly LineView[];
  /** Down for the day, but not there. */
  readonly missed: number;
  /** Of the activity's look back. */
  readonly evaluation: string;
  /** The newest first. */
  readonly editions: readonly EditionView[];
}
export interface SendPack extends PackWords {
  readonly version: number;
  readonly thanksIds: readonly string[];
  readonly marksSeen: number;
}
interface Sending {
  readonly pack: TeamPack;
  /** Any pack of the activity, this one or another team's, of which an edition was sent. */
  readonly toldFirst: TeamPack | undefined;
}
interface There {
  readonly after: AfterDay;
  readonly minutes: ReadonlyMap<string, number>;
  readonly missed: number;
}
const MISSING: NotFoundError = { code: 'NOT_FOUND' };
const PLACES = { debrief: 'team_pack_edition.debrief', outcomes: 'team_pack_edition.outcomes' };
const WHY = 'team_pack_edition.why';
export const THANKS_PLACE = 'team_pack_thanks.words';

@Injectable()
export class Packs {
  constructor(
    private readonly repository: PacksRepository,
    private readonly heads: PackHeads,
    private readonly thanks: PackThanks,
    private readonly afterDays: AfterDays,
    private readonly children: ChildrenRepository,
    private readonly bookings: TeamBookings,
    private readonly teams: Teams,
    private readonly checks: ReleaseChecks,
    private readonly names: PeopleNames,
    private readonly database: Database,
    private readonly cipher: Cipher,
    private readonly work: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Those to be sent first. */
  async list(agencyId: AgencyId): Promise<PackHead[]> {
    return this.heads.of(agencyId, await this.repository.all(agencyId));
  }

  countWaiting(agencyId: AgencyId): Promise<number> {
    return this.repository.countWaiting(agencyId);
  }

  async find(agencyId: AgencyId, id: string): Promise<PackView | undefined> {
    const pack = await this.repository.find(agencyId, id);
    const [head] = pack ? await this.heads.of(agencyId, [pack]) : [];
    if (!pack || !head) return undefined;
    const { after, minutes, missed } = await this.#there(pack);
    const names = await this.names.of(agencyId, [...minutes.keys()]);
    const lines = [...minutes].map(([personId, spent]) => ({
      personId,
      minutes: spent,
      name: names.get(personId) ?? '',
    }));
    lines.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
    return { head, lines, missed, evaluation: after.evaluation, editions: await this.editions(agencyId, id) };
  }

  /** The newest first, opened. */
  async editions(agencyId: AgencyId, packId: string): Promise<EditionView[]> {
    const rows = await this.repository.editions(agencyId, packId);
    const names = await this.names.of(agencyId, [...new Set(rows.map(({ sentBy }) => sentBy))]);
    await this.cipher.loadKeys(rows.flatMap((row) => [row.debriefSealed, row.outcomesSealed, row.whySealed]));
    return rows.map((edition) => ({
      edition,
      sentBy: names.get(edition.sentBy) ?? '',
      words: {
        debrief: this.cipher.open(edition.debriefSealed, `${PLACES.debrief}.${edition.id}`),
        outcomes: this.cipher.open(edition.outcomesSealed, `${PLACES.outcomes}.${edition.id}`),
        why: this.cipher.openOptional(edition.whySealed, `${WHY}.${edition.id}`) ?? '',
      },
    }));
  }

  async thanksOf(actor: PersonActor, id: string): Promise<ThanksView[] | undefined> {
    const pack = await this.repository.find(actor.agencyId, id);
    return pack ? this.thanks.of(actor, pack) : undefined;
  }

  async lookAtThanks(actor: PersonActor, id: string, thanksId: string, marksSeen: number) {
    const pack = await this.repository.find(actor.agencyId, id);
    return pack ? this.thanks.look(actor, pack, thanksId, marksSeen) : err(MISSING);
  }

  /** In a text for a team: whoever sends it looks at all of them first. */
  marksOf(agencyId: AgencyId, text: string): Promise<Finding[]> {
    return this.checks.of({ agencyId, child: undefined }, text.slice(0, LONGEST_TEXTS));
  }

  /** Writes the next edition and tells the team's coordinators; of two who send at once the second reads first. */
  send(actor: PersonActor, id: string, said: SendPack): Promise<Result<PackView, SendError>> {
    const { agencyId } = actor;
    return this.work.run(actor, async (): Promise<Result<PackView, SendError>> => {
      const ofDay = await this.#lockDay(agencyId, id);
      const pack = ofDay.find((one) => one.id === id);
      if (!pack) return err(MISSING);
      if (pack.version !== said.version) return err({ code: 'STALE_VERSION', currentVersion: pack.version });
      const problems = packProblems(said, pack.edition);
      if (problems.length > 0) return err({ code: 'INVALID_INPUT', fields: problems });
      const marks = (await this.marksOf(agencyId, [said.debrief, said.outcomes, said.why].join('\n'))).length;
      if (marks > said.marksSeen) return err({ code: 'MARKS_UNREAD', marks });
      const wanted = new Set(said.thanksIds);
      const released = wanted.size === 0 ? [] : (await this.thanks.of(actor, pack)).filter((one) => one.released);
      const thanks = released.filter((one) => wanted.has(one.said.id));
      if (thanks.length < wanted.size) return err({ code: 'THANKS_NOT_RELEASED' });
      const toldFirst = ofDay.find(({ edition }) => edition > 0);
      await this.#write(actor, { pack, toldFirst }, said, thanks);
      await this.#reported(actor, pack);
      const personIds = await this.teams.coordinatorsOf(agencyId, pack.teamId);
      await this.outbox.publish('TeamPackSent', { packId: id, personIds });
      const facts = { edition: pack.edition + 1, thanks: thanks.length };
      this.trail.record({ action: 'pack.sent', subjectType: 'TeamPack', subjectId: id, facts });
      const view = await this.find(agencyId, id);
      return view ? ok(view) : err(MISSING);
    });
  }

  /**
   * With the packs of the activity's other teams: whatever the first of them said of the children all of them say, since
   * two numbers of one day would tell of the one child between them.
   */
  async #lockDay(agencyId: AgencyId, id: string): Promise<TeamPack[]> {
    const found = await this.repository.find(agencyId, id);
    return found ? this.repository.lockOf(agencyId, found.activityId) : [];
  }

  async #write(
    actor: PersonActor,
    { pack, toldFirst }: Sending,
    words: PackWords,
    thanks: readonly ThanksView[],
  ): Promise<void> {
    const { agencyId, personId: sentBy } = actor;
    const { after, minutes } = await this.#there(pack);
    const [id, number, sentAt]: [string, number, string] = [
      this.ids.next<never>(),
      pack.edition + 1,
      this.clock.nowIso(),
    ];
    const children = toldFirst ? toldFirst.children : (childrenForTeam(after.children) ?? null);
    const reached = { taskReached: after.taskReached ?? null, processReached: after.processReached ?? null };
    const lines = [...minutes].map(([personId, spent]) => ({ personId, minutes: spent }));
    const said = thanks.map((one) => one.said.words);
    const told = packText({ packId: pack.id, number, words, children, ...reached, lines, thanks: said });
    const persons = await this.children.byIds(
      allRows(agencyId),
      thanks.map((one) => one.said.childId),
    );
    const personOf = (childId: string): PersonId | undefined => persons.get(childId)?.person.id;
    await this.cipher.ensureKeys(agencyId, [agencyId, ...thanks.flatMap((one) => personOf(one.said.childId) ?? [])]);
    const seal = (text: string, place: string) => this.cipher.sealFor(agencyId, text.trim(), `${place}.${id}`);
    await this.repository.addEdition(
      {
        ...{ id, agencyId, packId: pack.id, number, ...reached, sentBy, sentAt },
        debriefSealed: seal(words.debrief, PLACES.debrief),
        outcomesSealed: seal(words.outcomes, PLACES.outcomes),
        whySealed: words.why.trim() === '' ? null : seal(words.why, WHY),
        hash: createHash('sha256').update(told).digest('hex'),
      },
      lines.map((line) => ({ id: this.ids.next<never>(), agencyId, editionId: id, ...line })),
      thanks.flatMap(({ said: { childId, words: own } }) => {
        const subject = personOf(childId);
        const row: string = this.ids.next<never>();
        if (!subject) return [];
        return [
          {
            id: row,
            agencyId,
            editionId: id,
            childId,
            wordsSealed: this.cipher.sealFor(subject, own, `${THANKS_PLACE}.${row}`),
          },
        ];
      }),
    );
    await this.repository.change(pack.id, { edition: number, sentAt, children, version: pack.version + 1 });
  }

  /** The booking's last step, with the first edition (SM5b). */
  async #reported(actor: PersonActor, { bookingId }: TeamPack): Promise<void> {
    const locked = await this.bookings.lockedById(actor.agencyId, bookingId);
    if (!locked || locked.booking.state === 'REPORTED') return;
    let { booking } = locked;
    for (const to of ['ATTENDED', 'REPORTED'] as const) {
      const moved = booking.state === to ? undefined : await this.bookings.advance(actor, booking, to);
      if (moved?.ok) booking = moved.value;
    }
  }

  /** Whoever was on the team's roster, with their minutes of the hours log. */
  async #there({ agencyId, activityId, bookingId }: TeamPack): Promise<There> {
    const after = await this.afterDays.of(agencyId as AgencyId, activityId);
    const where = { agencyId, bookingId, state: 'JOINED' as const };
    const places = await this.database.repository(RosterPlace).findBy(where);
    const ids = places.map(({ personId }) => personId);
    const minutes = new Map([...after.minutes].filter(([personId, spent]) => spent > 0 && ids.includes(personId)));
    return { after, minutes, missed: ids.length - minutes.size };
  }
}
