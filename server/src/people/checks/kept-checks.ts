// Checks that were written down, of volunteers and colleagues alike: whose paper is still here, which was a mistake (H8).
import { Injectable } from '@nestjs/common';
import { err, ok, type LocalDate, type PersonId, type Result } from '@tongxing/shared/kernel';
import type { TakeBackReason } from '@tongxing/shared/rules';
import type { PersonActor } from '../../platform/access/index.js';
import { AuditTrail, rememberRefusal } from '../../platform/audit-trail/index.js';
import { counts, UnitOfWork } from '../../platform/database/index.js';
import { RecordChecks, type RecordCheck } from '../../screening/index.js';
import { PeopleRepository } from '../people.repository.js';
import { hitRefusal, mayKnow } from '../volunteers/facts/hit-rules.js';
import type { FactError, FactRefusal } from '../volunteers/facts/volunteer-facts.js';
import { paperOf, type PaperView } from '../volunteers/facts/volunteer-history.js';
import { ChecksDue } from './checks-due.js';

export interface KeptCheck {
  readonly id: string;
  readonly personId: PersonId;
  readonly happenedOn: LocalDate;
  readonly clear: boolean;
  readonly counts: boolean;
  readonly takenBackAt: string | undefined;
  readonly takenBackReason: TakeBackReason | undefined;
  readonly recordedBy: PersonId | undefined;
  readonly paper: PaperView | undefined;
}
export interface PaperHere extends Pick<KeptCheck, 'id' | 'personId' | 'happenedOn' | 'recordedBy'> {
  readonly name: string;
  /** Whether it is the reader's: somebody else says that it went back. */
  readonly own: boolean;
}

@Injectable()
export class KeptChecks {
  constructor(
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly people: PeopleRepository,
    private readonly checks: RecordChecks,
    private readonly due: ChecksDue,
  ) {}

  /** Checks of one person, the newest first; undefined where the reader writes none of theirs down. */
  async ofPerson(actor: PersonActor, personId: string): Promise<KeptCheck[] | undefined> {
    if (!(await this.due.isAmong(actor, personId))) return undefined;
    const rows = (await this.checks.historyByPerson(actor.agencyId, [personId])).get(personId) ?? [];
    return rows
      .filter((row) => mayKnow(actor, row))
      .map(toKept)
      .reverse();
  }

  /** Papers that nobody said to have given back, the oldest first; of those whose checks this reader writes down. */
  async papersHere(actor: PersonActor): Promise<PaperHere[]> {
    const { agencyId } = actor;
    const rows = await this.checks.papersHere(agencyId, await this.due.withPapersHere(actor));
    const known = rows.filter((row) => mayKnow(actor, row)).map(toKept);
    const people = await this.people.byIds(agencyId, [...new Set(known.map(({ personId }) => personId))]);
    return known.flatMap(({ id, personId, happenedOn, recordedBy }) => {
      const name = people.get(personId)?.name;
      return name === undefined
        ? []
        : [{ id, personId, happenedOn, recordedBy, name, own: personId === actor.personId }];
    });
  }

  /** The paper was looked at and is back with its owner; nobody says so of their own. */
  giveBack(actor: PersonActor, checkId: string): Promise<Result<PersonId, FactError>> {
    return this.#change(actor, checkId, { done: 'fact.paperGivenBack', refused: 'fact.paperRefused' }, async () => {
      await this.checks.givePaperBack(actor.agencyId, checkId, actor.personId);
      return undefined;
    });
  }

  /** It was a mistake: the row stays, counts no longer, and says why. A hit only by a director who did not write it. */
  takeBack(actor: PersonActor, checkId: string, reason: TakeBackReason): Promise<Result<PersonId, FactError>> {
    const said = { done: 'fact.takenBack', refused: 'fact.takeBackRefused', facts: { reason } };
    return this.#change(actor, checkId, said, async (row) => {
      const why = hitRefusal(actor, row);
      if (why === undefined) await this.checks.takeBack(actor.agencyId, checkId, actor.personId, reason);
      return why;
    });
  }

  async #change(
    actor: PersonActor,
    checkId: string,
    said: { readonly done: string; readonly refused: string; readonly facts?: Readonly<Record<string, string>> },
    change: (row: RecordCheck) => Promise<FactRefusal | undefined>,
  ): Promise<Result<PersonId, FactError>> {
    let about = '';
    const outcome = await this.work.run(actor, async (): Promise<Result<PersonId, FactError>> => {
      const found = await this.#lock(actor, checkId);
      if (!found.ok) return found;
      const { personId, happenedOn } = found.value;
      about = personId;
      const why = this.#refusal(actor, found.value) ?? (await change(found.value));
      if (why) return err({ code: 'FACT_REFUSED', why });
      const facts = { kind: 'RECORD_CHECK', on: happenedOn, ...said.facts };
      this.trail.record({ action: said.done, subjectType: 'Person', subjectId: personId, facts });
      return ok(personId as PersonId);
    });
    if (!outcome.ok && outcome.error.code === 'FACT_REFUSED') {
      const facts = { why: outcome.error.why };
      const entry = { action: said.refused, subjectType: 'Person', subjectId: about, facts };
      await rememberRefusal(this.work, this.trail, actor, entry);
    }
    return outcome;
  }

  /** A check of which this reader may know, of somebody whose checks they write down, locked. */
  async #lock(actor: PersonActor, checkId: string): Promise<Result<RecordCheck, FactError>> {
    const row = await this.checks.lock(actor.agencyId, checkId);
    if (!row || !mayKnow(actor, row) || !(await this.due.isAmong(actor, row.personId))) {
      return err({ code: 'NOT_FOUND' });
    }
    return ok(row);
  }

  #refusal(actor: PersonActor, row: RecordCheck): FactRefusal | undefined {
    if (row.personId === actor.personId) return 'OWN_RECORD';
    return row.takenBackAt === null ? undefined : 'TAKEN_BACK_ALREADY';
  }
}

function toKept(row: RecordCheck): KeptCheck {
  return {
    id: row.id,
    personId: row.personId as PersonId,
    happenedOn: row.happenedOn as LocalDate,
    clear: row.result === 'CLEAR',
    counts: counts(row) && row.takenBackAt === null,
    takenBackAt: row.takenBackAt ?? undefined,
    takenBackReason: (row.takenBackReason ?? undefined) as TakeBackReason | undefined,
    recordedBy: (row.recordedBy ?? undefined) as PersonId | undefined,
    paper: row.takenBackAt === null ? paperOf(row) : undefined,
  };
}
