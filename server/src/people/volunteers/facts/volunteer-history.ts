// What happened with volunteers, by person: for the page that tells it as one story. Of a case it knows nothing (T14).
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { AgencyId, LocalDate, PersonId } from '@tongxing/shared/kernel';
import type { VolunteerKindCode } from '@tongxing/shared/rules';
import { VolunteerAgreements } from '../../../agreements/index.js';
import { mayDo, type PersonActor } from '../../../platform/access/index.js';
import { counts, Database, type DatedFactRow } from '../../../platform/database/index.js';
import { type RecordCheck, RecordChecks } from '../../../screening/index.js';
import { Trainings } from '../../../training/index.js';
import { RoleAssignment } from '../../person.entity.js';
import { WorkStop } from '../../work-stops/work-stop.entity.js';
import { VolunteerKind } from '../kinds/volunteer-kind.entity.js';
import type { FactKind } from './fact-kinds.js';
import { typeOfKind, type FactType } from './fact-kinds.js';
import { mayKnow } from './hit-rules.js';

export interface FactView {
  readonly id: string;
  readonly type: FactType;
  readonly kind: FactKind;
  readonly happenedOn: LocalDate;
  readonly validUntil: LocalDate | undefined;
  /** Whether it counts: written at the desk, or confirmed by a second person, and not taken back. */
  readonly counts: boolean;
  readonly takenBackReason: string | undefined;
  readonly recordedBy: PersonId | undefined;
  /** Of a record check written down at the desk; undefined for anything else. */
  readonly paper: PaperView | undefined;
}
/** Where the paper of a check is: back with its owner since an instant, or still here. */
export interface PaperView {
  readonly givenBackAt: string | undefined;
  readonly givenBackBy: PersonId | undefined;
}
export interface SpanView {
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate | undefined;
}
export interface KindView extends SpanView {
  readonly id: string;
  readonly kind: VolunteerKindCode;
}
export interface HistoryView {
  readonly facts: readonly FactView[];
  readonly service: readonly SpanView[];
  readonly kinds: readonly KindView[];
  readonly stops: readonly SpanView[];
}

/** What somebody is to the agency as a volunteer; any other role they hold is another story. */
const SERVING = ['VOLUNTEER', 'EMPLOYEE'];
const NOTHING: HistoryView = { facts: [], service: [], kinds: [], stops: [] };

@Injectable()
export class VolunteerHistory {
  constructor(
    private readonly database: Database,
    private readonly trainings: Trainings,
    private readonly agreements: VolunteerAgreements,
    private readonly checks: RecordChecks,
  ) {}

  /** Six statements for any number of people. A hit is for directors and whoever wrote it down; stops for whoever may stop. */
  async of(actor: PersonActor, personIds: readonly PersonId[]): Promise<(personId: PersonId) => HistoryView> {
    const { agencyId } = actor;
    if (personIds.length === 0) return () => NOTHING;
    const trainings = await this.trainings.historyByPerson(agencyId, personIds);
    const agreements = await this.agreements.historyByPerson(agencyId, personIds);
    const checks = await this.checks.historyByPerson(agencyId, personIds);
    const spans = await this.#spans(agencyId, personIds);
    const stops = mayDo(actor, 'person.stop') ? await this.#stops(agencyId, personIds) : [];
    return (personId) => ({
      facts: [
        ...(trainings.get(personId) ?? []).map((row) => toFact(row, row.kind)),
        ...(agreements.get(personId) ?? []).map((row) => toFact(row, 'AGREEMENT')),
        ...(checks.get(personId) ?? [])
          .filter((row) => mayKnow(actor, row))
          .map((row) => ({
            ...toFact(row, row.result === 'CLEAR' ? 'CHECK_CLEAR' : 'CHECK_HIT'),
            paper: paperOf(row),
          })),
      ],
      service: spans.service.filter((row) => row.personId === personId).map(toSpan),
      kinds: spans.kinds
        .filter((row) => row.personId === personId)
        .map((row) => ({ ...toSpan(row), id: row.id, kind: row.kind })),
      stops: stops.filter((row) => row.personId === personId).map((row) => toSpan(stopSpan(row))),
    });
  }

  async #spans(agencyId: AgencyId, personIds: readonly PersonId[]) {
    const personId = In([...personIds]);
    const order = { startsOn: 'ASC', id: 'ASC' } as const;
    const service = await this.database
      .repository(RoleAssignment)
      .find({ where: { agencyId, personId, role: In(SERVING) }, order });
    const kinds = await this.database.repository(VolunteerKind).find({ where: { agencyId, personId }, order });
    return { service, kinds };
  }

  #stops(agencyId: AgencyId, personIds: readonly PersonId[]): Promise<WorkStop[]> {
    const where = { agencyId, personId: In([...personIds]) };
    return this.database.repository(WorkStop).find({ where, order: { stoppedOn: 'ASC', id: 'ASC' } });
  }
}

/** An import brought no paper to this desk. */
export const paperOf = (row: RecordCheck): PaperView | undefined =>
  row.recordedBy === null
    ? undefined
    : {
        givenBackAt: row.paperGivenBackAt ?? undefined,
        givenBackBy: (row.paperGivenBackBy ?? undefined) as PersonId | undefined,
      };

const stopSpan = ({ stoppedOn, liftedAt }: WorkStop) => ({
  startsOn: stoppedOn,
  endsOn: liftedAt === null ? null : liftedAt.slice(0, 10),
});

const toSpan = ({ startsOn, endsOn }: { readonly startsOn: string; readonly endsOn: string | null }): SpanView => ({
  startsOn: startsOn as LocalDate,
  endsOn: (endsOn ?? undefined) as LocalDate | undefined,
});

function toFact(row: DatedFactRow, kind: FactKind): FactView {
  return {
    id: row.id,
    type: typeOfKind(kind),
    kind,
    happenedOn: row.happenedOn as LocalDate,
    validUntil: (row.validUntil ?? undefined) as LocalDate | undefined,
    counts: counts(row) && row.takenBackAt === null,
    takenBackReason: row.takenBackReason ?? undefined,
    recordedBy: (row.recordedBy ?? undefined) as PersonId | undefined,
    paper: undefined,
  };
}
