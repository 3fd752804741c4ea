// Certificates of service, one for each colleague of a day, and the one word that anybody may ask about a number.
import { randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { AgencyId } from '@tongxing/shared/kernel';
import { groupedCardCode, newCardCode, readCardCode } from '@tongxing/shared/rules';
import { Agencies, PeopleNames } from '../people/index.js';
import { mayDo, type PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { CONFIG, type Config } from '../platform/config/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { writePdf, type PdfSheet } from '../platform/pdf/index.js';
import { Teams } from '../teams/index.js';
import { certificateSheet, type CertificateOnPaper } from './certificate-sheet.js';
import { PackHeads, type PackHead } from './pack-heads.js';
import { ServiceCertificate, type TeamPackLine } from './pack.entities.js';
import { PacksRepository } from './packs.repository.js';

/** Own service with a team, as the newest edition has it. */
export interface OwnService {
  readonly line: TeamPackLine;
  readonly head: PackHead;
}

@Injectable()
export class Certificates {
  constructor(
    private readonly database: Database,
    private readonly repository: PacksRepository,
    private readonly heads: PackHeads,
    private readonly teams: Teams,
    private readonly agencies: Agencies,
    private readonly names: PeopleNames,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The newest day first. */
  async own({ agencyId, personId }: PersonActor): Promise<OwnService[]> {
    const lines = await this.repository.linesOf(agencyId, personId);
    const standing = await Promise.all(lines.map((line) => this.#standing(agencyId, line)));
    const found = standing.flatMap((one) => one ?? []);
    return found.sort((one, other) => (one.head.pack.onDate > other.head.pack.onDate ? -1 : 1));
  }

  /** Of a line of the reader's own, or of a team for which they book now; undefined for every other. */
  async take(
    actor: PersonActor,
    lineId: string,
    language: PdfSheet['language'],
  ): Promise<{ readonly name: string; readonly bytes: Buffer } | undefined> {
    const { agencyId } = actor;
    const line = await this.repository.line(agencyId, lineId);
    const found = line ? await this.#standing(agencyId, line) : undefined;
    if (!found || !(await this.#mayTake(actor, found))) return undefined;
    const { head } = found;
    const number = await this.work.run(actor, async () => {
      this.trail.record({ action: 'pack.certificateTaken', subjectType: 'TeamPack', subjectId: head.pack.id });
      return this.#number(agencyId, head.pack.id, found.line.personId);
    });
    const { name: agency } = await this.agencies.get(agencyId);
    const names = await this.names.of(agencyId, [found.line.personId]);
    const paper: CertificateOnPaper = {
      ...{ agency, name: names.get(found.line.personId) ?? '', team: head.team.name, minutes: found.line.minutes },
      ...{ theme: head.theme, themeEn: head.themeEn, onDate: head.pack.onDate, number: groupedCardCode(number) },
      address: `${this.config.publicUrl}/verify/service/${number}`,
    };
    return { name: `service-${number}.pdf`, bytes: await writePdf(certificateSheet(paper, language)) };
  }

  /** Whether a certificate with this number holds; the same answer for one that never was, and nothing but this answer. */
  async holds(typed: string): Promise<boolean> {
    const number = readCardCode(typed);
    const row = number === undefined ? null : await this.database.repository(ServiceCertificate).findOneBy({ number });
    if (!row) return false;
    const agencyId = row.agencyId as AgencyId;
    const lines = await this.repository.linesOf(agencyId, row.personId);
    const standing = await Promise.all(lines.map((line) => this.#standing(agencyId, line)));
    return standing.some((one) => one?.head.pack.id === row.packId);
  }

  async #mayTake(actor: PersonActor, { line, head }: OwnService): Promise<boolean> {
    if (mayDo(actor, 'pack.readOwn') && line.personId === actor.personId) return true;
    if (!mayDo(actor, 'pack.readAsTeam')) return false;
    return (await this.teams.mine(actor)).some(({ id }) => id === head.pack.teamId);
  }

  /** Undefined for a line of an edition that was put right since. */
  async #standing(agencyId: AgencyId, line: TeamPackLine): Promise<OwnService | undefined> {
    const edition = await this.repository.edition(agencyId, line.editionId);
    const pack = edition ? await this.repository.find(agencyId, edition.packId) : null;
    if (!pack || pack.edition !== edition?.number) return undefined;
    const [head] = await this.heads.of(agencyId, [pack]);
    return head && { line, head };
  }

  async #number(agencyId: AgencyId, packId: string, personId: string): Promise<string> {
    const rows = this.database.repository(ServiceCertificate);
    const made = await rows.findOneBy({ agencyId, packId, personId });
    if (made) return made.number;
    const number = newCardCode(randomInt);
    await rows.insert({ id: this.ids.next<never>(), agencyId, packId, personId, number, madeAt: this.clock.nowIso() });
    return number;
  }
}
