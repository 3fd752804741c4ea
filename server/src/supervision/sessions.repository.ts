import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { AgencyId, LocalDate, PersonId, VolunteerId } from '@tongxing/shared/kernel';
import type { SupervisionFormat, SupervisionKind, SupervisionMissed, SupervisionSource } from '@tongxing/shared/rules';
import type { SupervisionState } from '@tongxing/shared/states';
import { Cipher } from '../platform/crypto/index.js';
import { Database } from '../platform/database/index.js';
import { SupervisionAction, SupervisionSeat, SupervisionSession } from './supervision.entities.js';

export interface SeatView {
  readonly id: string;
  readonly volunteerId: VolunteerId;
  readonly personId: PersonId;
  readonly came: boolean;
  readonly wellbeing: number | undefined;
  readonly note: string | undefined;
  readonly praise: string | undefined;
  readonly wish: string | undefined;
  readonly signedAt: string | undefined;
  readonly textHash: string | undefined;
}
export interface ActionView {
  readonly id: string;
  readonly sessionId: string;
  readonly personId: PersonId;
  readonly text: string;
  readonly dueOn: LocalDate;
  readonly doneAt: string | undefined;
}
export interface SessionView {
  readonly id: string;
  readonly agencyId: AgencyId;
  readonly leaderId: PersonId;
  readonly subjectId: string;
  readonly kind: SupervisionKind;
  readonly format: SupervisionFormat;
  readonly source: SupervisionSource;
  readonly state: SupervisionState;
  readonly plannedOn: LocalDate;
  readonly startMinute: number;
  readonly heldOn: LocalDate | undefined;
  readonly minutes: number | undefined;
  readonly topics: string | undefined;
  readonly signedAt: string | undefined;
  readonly missedFor: SupervisionMissed | undefined;
  readonly version: number;
  readonly seats: readonly SeatView[];
  readonly actions: readonly ActionView[];
}

const MOST_SHOWN = 100;
/** The places texts are sealed for. */
export const PLACES = {
  topics: (id: string) => `supervision_session.topics.${id}`,
  note: (id: string) => `supervision_seat.note.${id}`,
  praise: (id: string) => `supervision_seat.praise.${id}`,
  wish: (id: string) => `supervision_seat.wish.${id}`,
  action: (id: string) => `supervision_action.text.${id}`,
} as const;

@Injectable()
export class SessionsRepository {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
  ) {}

  /** One talk with its row locked; inside a unit of work. */
  async lock(agencyId: AgencyId, id: string): Promise<SessionView | undefined> {
    const query = this.database.repository(SupervisionSession).createQueryBuilder('s').where({ agencyId, id });
    const row = await this.database.forUpdate(query).getOne();
    return row ? (await this.open([row]))[0] : undefined;
  }

  async find(agencyId: AgencyId, id: string): Promise<SessionView | undefined> {
    const row = await this.database.repository(SupervisionSession).findOneBy({ agencyId, id });
    return row ? (await this.open([row]))[0] : undefined;
  }

  async byRequest(agencyId: AgencyId, requestId: string): Promise<SessionView | undefined> {
    const row = await this.database.repository(SupervisionSession).findOneBy({ agencyId, requestId });
    return row ? (await this.open([row]))[0] : undefined;
  }

  /** Talks that these people lead or led, and talks of these volunteers; the latest day first. */
  async ofCircle(
    agencyId: AgencyId,
    leaderIds: readonly string[],
    volunteerIds: readonly string[],
  ): Promise<SessionView[]> {
    const seats = await this.database.repository(SupervisionSeat).find({
      select: { id: true, sessionId: true },
      where: { agencyId, volunteerId: In([...volunteerIds]) },
      order: { id: 'DESC' },
      take: MOST_SHOWN * 2,
    });
    const where = [
      { agencyId, leaderId: In([...leaderIds]) },
      { agencyId, id: In([...new Set(seats.map(({ sessionId }) => sessionId))]) },
    ];
    const order = { plannedOn: 'DESC', startMinute: 'DESC', id: 'DESC' } as const;
    return this.open(await this.database.repository(SupervisionSession).find({ where, order, take: MOST_SHOWN }));
  }

  /** Talks in which one person has a seat, the latest day first. */
  async ofPerson(agencyId: AgencyId, personId: PersonId): Promise<SessionView[]> {
    const seats = await this.database
      .repository(SupervisionSeat)
      .find({ select: { id: true, sessionId: true }, where: { agencyId, personId } });
    const where = { agencyId, id: In(seats.map(({ sessionId }) => sessionId)) };
    const order = { plannedOn: 'DESC', startMinute: 'DESC', id: 'DESC' } as const;
    return this.open(await this.database.repository(SupervisionSession).find({ where, order, take: MOST_SHOWN }));
  }

  /** What these people agreed to and have not done yet, the earliest day first. */
  async openActions(agencyId: AgencyId, personIds: readonly string[]): Promise<ActionView[]> {
    if (personIds.length === 0) return [];
    const rows = await this.database.repository(SupervisionAction).find({
      where: { agencyId, personId: In([...personIds]), doneAt: IsNull() },
      order: { dueOn: 'ASC', id: 'ASC' },
      take: MOST_SHOWN,
    });
    await this.cipher.loadKeys(rows.map(({ textSealed }) => textSealed));
    return rows.map((row) => this.#action(row));
  }

  async open(rows: readonly SupervisionSession[]): Promise<SessionView[]> {
    if (rows.length === 0) return [];
    const of = { sessionId: In(rows.map(({ id }) => id)) };
    const seats = await this.database.repository(SupervisionSeat).find({ where: of, order: { id: 'ASC' } });
    const actions = await this.database.repository(SupervisionAction).find({ where: of, order: { position: 'ASC' } });
    await this.cipher.loadKeys([
      ...rows.map(({ topicsSealed }) => topicsSealed),
      ...seats.flatMap(({ noteSealed, praiseSealed, wishSealed }) => [noteSealed, praiseSealed, wishSealed]),
      ...actions.map(({ textSealed }) => textSealed),
    ]);
    return rows.map((row) => ({
      ...{ id: row.id, agencyId: row.agencyId as AgencyId, leaderId: row.leaderId as PersonId },
      ...{ subjectId: row.subjectId, kind: row.kind, format: row.format, source: row.source, state: row.state },
      ...{ plannedOn: row.plannedOn as LocalDate, startMinute: row.startMinute, version: row.version },
      heldOn: (row.heldOn ?? undefined) as LocalDate | undefined,
      minutes: row.minutes ?? undefined,
      topics: this.#text(row.topicsSealed, PLACES.topics(row.id)),
      signedAt: row.signedAt ?? undefined,
      missedFor: row.missedFor ?? undefined,
      seats: seats.filter(({ sessionId }) => sessionId === row.id).map((seat) => this.#seat(seat)),
      actions: actions.filter(({ sessionId }) => sessionId === row.id).map((action) => this.#action(action)),
    }));
  }

  #seat(row: SupervisionSeat): SeatView {
    return {
      ...{ id: row.id, volunteerId: row.volunteerId as VolunteerId, personId: row.personId as PersonId },
      came: row.seenOn !== null,
      wellbeing: row.wellbeing ?? undefined,
      note: this.#text(row.noteSealed, PLACES.note(row.id)),
      praise: this.#text(row.praiseSealed, PLACES.praise(row.id)),
      wish: this.#text(row.wishSealed, PLACES.wish(row.id)),
      signedAt: row.signedAt ?? undefined,
      textHash: row.textHash ?? undefined,
    };
  }

  #action(row: SupervisionAction): ActionView {
    return {
      ...{ id: row.id, sessionId: row.sessionId, personId: row.personId as PersonId },
      text: this.#text(row.textSealed, PLACES.action(row.id)) ?? '',
      dueOn: row.dueOn as LocalDate,
      doneAt: row.doneAt ?? undefined,
    };
  }

  /** Of somebody erased nothing is opened. */
  #text(sealed: string | null, place: string): string | undefined {
    return sealed === null || this.cipher.isErased(sealed) ? undefined : this.cipher.open(sealed, place);
  }
}
