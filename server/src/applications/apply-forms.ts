// The form as a stranger finds it: of which agency, by which link, and what it asks for.
import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { err, ok, type AgencyId, type OfficeId, type Result } from '@tongxing/shared/kernel';
import { newCardCode } from '@tongxing/shared/rules';
import { Agencies, Areas, AgencySettings, type Area } from '../people/index.js';
import { homeOffice, rowsFor, type PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Database, rowWhere, UnitOfWork } from '../platform/database/index.js';
import type { FieldProblem, InvalidInputError, NotFoundError } from '../platform/graphql/index.js';
import { ApplyLink, type ApplyLinkKind } from './application.entity.js';

export interface ApplyForm {
  readonly agencyId: AgencyId;
  readonly agencyName: string;
  readonly agencyPhone: string | undefined;
  /** By which link; undefined for the open form. */
  readonly link: { readonly id: string; readonly kind: ApplyLinkKind; readonly name: string } | undefined;
  readonly officeId: OfficeId | undefined;
  readonly areas: readonly Area[];
  readonly minimumAge: number;
  readonly referees: number;
}
export interface ApplyLinkView {
  readonly id: string;
  readonly kind: ApplyLinkKind;
  readonly name: string;
  readonly code: string;
  readonly createdAt: string;
  readonly closedAt: string | undefined;
}

const LONGEST_NAME = 60;

@Injectable()
export class ApplyForms {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly agencies: Agencies,
    private readonly settings: AgencySettings,
    private readonly areas: Areas,
  ) {}

  /** Behind a link that agency alone; without one every agency whose form is open. */
  async found(linkCode: string | undefined): Promise<ApplyForm[]> {
    if (linkCode !== undefined) {
      const link = await this.#byCode(linkCode);
      return link ? [await this.#form(link.agencyId as AgencyId, link)] : [];
    }
    const agencies = await this.database.read<{ id: AgencyId }>('SELECT id FROM agency ORDER BY id', []);
    const forms: ApplyForm[] = [];
    for (const { id } of agencies) {
      if ((await this.settings.valuesOf(id)).applicationsOpen) forms.push(await this.#form(id));
    }
    return forms;
  }

  /** For somebody who has begun: whatever became of the link, or of the agency's open form. */
  of(agencyId: AgencyId): Promise<ApplyForm> {
    return this.#form(agencyId);
  }

  async links(actor: PersonActor): Promise<ApplyLinkView[]> {
    const where = rowWhere(rowsFor(actor, 'application.invite'));
    const rows = await this.database.repository(ApplyLink).find({ where, order: { createdAt: 'DESC', id: 'DESC' } });
    return rows.map(toView);
  }

  /** What links are called, by id; for a list that says how each came. */
  async namesOf(agencyId: AgencyId): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database
      .repository(ApplyLink)
      .find({ select: { id: true, name: true }, where: { agencyId } });
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  make(actor: PersonActor, kind: ApplyLinkKind, typed: string): Promise<Result<ApplyLinkView, InvalidInputError>> {
    const name = typed.trim();
    return this.work.run(actor, async () => {
      const fields = nameProblems(name);
      if (fields.length > 0) return err({ code: 'INVALID_INPUT' as const, fields });
      const row = {
        id: this.ids.next<never>() as string,
        agencyId: actor.agencyId,
        officeId: homeOffice(rowsFor(actor, 'application.invite')) ?? null,
        kind,
        name,
        code: newCardCode((below) => randomInt(below)),
        createdBy: actor.personId,
        createdAt: this.clock.nowIso(),
        closedAt: null,
      };
      await this.database.repository(ApplyLink).insert(row);
      const facts = { kind };
      this.trail.record({ action: 'applyLink.made', subjectType: 'ApplyLink', subjectId: row.id, facts });
      return ok(toView(row));
    });
  }

  /** Nobody new comes by it; whoever has begun goes on. */
  close(actor: PersonActor, id: string): Promise<Result<ApplyLinkView, NotFoundError>> {
    return this.work.run(actor, async () => {
      const links = this.database.repository(ApplyLink);
      const row = await links.findOneBy({ ...rowWhere(rowsFor(actor, 'application.invite')), id });
      if (!row) return err({ code: 'NOT_FOUND' as const });
      if (row.closedAt !== null) return ok(toView(row));
      const closedAt = this.clock.nowIso();
      await links.update({ id, closedAt: IsNull() }, { closedAt });
      this.trail.record({ action: 'applyLink.closed', subjectType: 'ApplyLink', subjectId: id });
      return ok(toView({ ...row, closedAt }));
    });
  }

  async #byCode(typed: string): Promise<ApplyLink | undefined> {
    const code = typed
      .slice(0, 40)
      .replace(/[^0-9A-Za-z]/g, '')
      .toUpperCase();
    const row = await this.database.repository(ApplyLink).findOneBy({ code, closedAt: IsNull() });
    return row ?? undefined;
  }

  async #form(agencyId: AgencyId, link?: ApplyLink): Promise<ApplyForm> {
    const { name, contactPhone } = await this.agencies.get(agencyId);
    const { minimumVolunteerAge, applicationReferees } = await this.settings.valuesOf(agencyId);
    return {
      agencyId,
      agencyName: name,
      agencyPhone: contactPhone ?? undefined,
      link: link && { id: link.id, kind: link.kind, name: link.name },
      officeId: (link?.officeId ?? undefined) as OfficeId | undefined,
      areas: await this.areas.open(agencyId),
      minimumAge: minimumVolunteerAge,
      referees: applicationReferees,
    };
  }
}

const toView = ({ id, kind, name, code, createdAt, closedAt }: ApplyLink): ApplyLinkView => ({
  ...{ id, kind, name, code, createdAt },
  closedAt: closedAt ?? undefined,
});

function nameProblems(name: string): FieldProblem[] {
  if (name === '') return [{ field: 'name', code: 'REQUIRED' }];
  return [...name].length > LONGEST_NAME ? [{ field: 'name', code: 'TOO_LONG' }] : [];
}
