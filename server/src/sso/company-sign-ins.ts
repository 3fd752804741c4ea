// Which companies' directories open the door of an agency, as its director keeps them.
import { Injectable } from '@nestjs/common';
import { err, ok, type AgencyId, type Result } from '@tongxing/shared/kernel';
import type { PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Cipher } from '../platform/crypto/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import type { FieldProblem, InvalidInputError, NotFoundError, StaleVersionError } from '../platform/graphql/index.js';
import { Teams } from '../teams/index.js';
import { Directory, type Client } from './directory.js';
import { CompanyIdentity, CompanySignIn } from './sso.entities.js';

export interface CompanySignInFields {
  readonly name: string;
  readonly code: string;
  readonly issuer: string;
  /** What the directory calls this platform: its `client_id`. */
  readonly registeredAs: string;
  /** Undefined: the one that is kept stays. */
  readonly clientSecret: string | undefined;
  /** The company whose days offer it; undefined: no day does. */
  readonly teamId: string | undefined;
}
export interface KeptSignIn {
  readonly row: CompanySignIn;
  /** People who tied their account to it. */
  readonly tied: number;
}
export type SaveSignInError = InvalidInputError | NotFoundError | StaleVersionError;

const LONGEST = { name: 80, code: 30, issuer: 200, registeredAs: 200, clientSecret: 500 } as const;
const CODE = /^[a-z0-9][a-z0-9-]{2,29}$/;
const secretPlace = (id: string) => `company_sign_in.clientSecret.${id}`;

@Injectable()
export class CompanySignIns {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly directory: Directory,
    private readonly teams: Teams,
  ) {}

  /** By name, the ended ones last. */
  async list(agencyId: AgencyId): Promise<KeptSignIn[]> {
    const rows = await this.#rows.find({ where: { agencyId }, order: { state: 'ASC', name: 'ASC' } });
    const counts = await this.database.read<{ signInId: string; people: number }>(
      'SELECT signInId, COUNT(*) AS people FROM company_identity WHERE agencyId = ? GROUP BY signInId',
      [agencyId],
    );
    const tied = new Map(counts.map(({ signInId, people }) => [signInId, Number(people)]));
    return rows.map((row) => ({ row, tied: tied.get(row.id) ?? 0 }));
  }

  /** Without an id a new one. The directory is asked who it is before anything is kept: a mistyped address is told at once. */
  async save(
    actor: PersonActor,
    given: CompanySignInFields,
    known?: { readonly id: string; readonly version: number },
  ): Promise<Result<KeptSignIn, SaveSignInError>> {
    const fields = trimmed(given);
    const before = known ? await this.#rows.findOneBy({ agencyId: actor.agencyId, id: known.id }) : undefined;
    if (before === null) return err({ code: 'NOT_FOUND' });
    const problems = problemsOf(fields, before !== undefined, (issuer) => this.directory.mayAsk(issuer));
    if (fields.teamId !== undefined && !(await this.#isCompany(actor.agencyId, fields.teamId))) {
      problems.push({ field: 'teamId', code: 'UNKNOWN' });
    }
    if (problems.length > 0) return err({ code: 'INVALID_INPUT', fields: problems });
    if (!(await this.#answers(fields))) {
      return err({ code: 'INVALID_INPUT', fields: [{ field: 'issuer', code: 'NO_ANSWER' }] });
    }
    return this.work.run(actor, () => this.#keep(actor, fields, known));
  }

  /** Nobody comes in by it any more, and who was tied to it is forgotten; sessions that are open end by themselves. */
  end(actor: PersonActor, id: string): Promise<Result<KeptSignIn, NotFoundError>> {
    return this.work.run(actor, async () => {
      const row = await this.#locked(actor.agencyId, id);
      if (!row || row.state === 'ENDED') return err({ code: 'NOT_FOUND' });
      const ended = { state: 'ENDED' as const, version: row.version + 1 };
      await this.#rows.update({ id }, ended);
      const { affected } = await this.database.repository(CompanyIdentity).delete({ signInId: id });
      const facts = { people: affected ?? 0 };
      this.trail.record({ action: 'companySignIn.ended', subjectType: 'CompanySignIn', subjectId: id, facts });
      return ok({ row: { ...row, ...ended }, tied: 0 });
    });
  }

  /** One in use, with its secret, by the code of its address or by its id. */
  async open(
    where: { readonly code: string } | { readonly id: string },
  ): Promise<(Client & { readonly row: CompanySignIn }) | undefined> {
    const row = await this.#rows.findOneBy({ ...where, state: 'ACTIVE' });
    if (!row) return undefined;
    await this.cipher.loadKeys([row.clientSecretSealed]);
    const { issuer, clientId } = row;
    return { row, issuer, clientId, clientSecret: this.cipher.open(row.clientSecretSealed, secretPlace(row.id)) };
  }

  /** The one that the days of a company offer: the first by name. */
  ofTeam(agencyId: string, teamId: string): Promise<CompanySignIn | null> {
    return this.#rows.findOne({ where: { agencyId, teamId, state: 'ACTIVE' }, order: { name: 'ASC' } });
  }

  async #isCompany(agencyId: AgencyId, teamId: string): Promise<boolean> {
    return (await this.teams.find(agencyId, teamId))?.team.kind === 'COMPANY';
  }

  async #keep(
    actor: PersonActor,
    { clientSecret, registeredAs: clientId, teamId, ...fields }: CompanySignInFields,
    known: { readonly id: string; readonly version: number } | undefined,
  ): Promise<Result<KeptSignIn, SaveSignInError>> {
    const { agencyId, personId: recordedBy } = actor;
    const before = known ? await this.#locked(agencyId, known.id) : undefined;
    if (before === null || before?.state === 'ENDED') return err({ code: 'NOT_FOUND' });
    if (before && before.version !== known?.version) {
      return err({ code: 'STALE_VERSION', currentVersion: before.version });
    }
    const id: string = before?.id ?? this.ids.next<never>();
    const taken = await this.#taken(agencyId, fields, id);
    if (taken.length > 0) return err({ code: 'INVALID_INPUT', fields: taken });
    await this.cipher.ensureKeys(agencyId, [agencyId]);
    const sealed =
      clientSecret === undefined
        ? before?.clientSecretSealed
        : this.cipher.sealFor(agencyId, clientSecret, secretPlace(id));
    if (sealed === undefined) throw new Error('BUG: a directory without a secret');
    const version = (before?.version ?? 0) + 1;
    const columns = { ...fields, teamId: teamId ?? null, clientId, clientSecretSealed: sealed, recordedBy, version };
    const createdAt = before?.createdAt ?? this.clock.nowIso();
    const row = { id, agencyId, ...columns, state: 'ACTIVE' as const, createdAt };
    await (before ? this.#rows.update({ id }, columns) : this.#rows.insert(row));
    // Another directory knows other people by its ids.
    const isAnother = before !== undefined && before.issuer !== fields.issuer;
    if (isAnother) await this.database.repository(CompanyIdentity).delete({ signInId: id });
    const action = before ? 'companySignIn.changed' : 'companySignIn.added';
    this.trail.record({ action, subjectType: 'CompanySignIn', subjectId: id });
    return ok({ row, tied: await this.database.repository(CompanyIdentity).countBy({ signInId: id }) });
  }

  async #taken(
    agencyId: AgencyId,
    { name, code }: { name: string; code: string },
    id: string,
  ): Promise<FieldProblem[]> {
    const others = (await this.#rows.find({ where: [{ agencyId, name }, { code }] })).filter((row) => row.id !== id);
    return [
      ...(others.some((row) => row.agencyId === agencyId && row.name === name)
        ? [{ field: 'name', code: 'TAKEN' }]
        : []),
      ...(others.some((row) => row.code === code) ? [{ field: 'code', code: 'TAKEN' }] : []),
    ];
  }

  #answers(fields: CompanySignInFields): Promise<boolean> {
    const { issuer, registeredAs: clientId } = fields;
    return this.directory.introduce({ issuer, clientId }).then(
      () => true,
      () => false,
    );
  }

  #locked(agencyId: AgencyId, id: string): Promise<CompanySignIn | null> {
    return this.database.forUpdate(this.#rows.createQueryBuilder('s').where({ agencyId, id })).getOne();
  }

  get #rows() {
    return this.database.repository(CompanySignIn);
  }
}

function trimmed({ name, code, issuer, registeredAs, clientSecret, teamId }: CompanySignInFields): CompanySignInFields {
  return {
    name: name.trim(),
    code: code.trim().toLowerCase(),
    issuer: issuer.trim(),
    registeredAs: registeredAs.trim(),
    clientSecret: clientSecret?.trim() || undefined,
    teamId,
  };
}

function problemsOf(
  fields: CompanySignInFields,
  isKnown: boolean,
  mayAsk: (issuer: string) => boolean,
): FieldProblem[] {
  const { code, issuer, clientSecret = '' } = fields;
  const needed = ['name', 'code', 'issuer', 'registeredAs', ...(isKnown ? [] : (['clientSecret'] as const))] as const;
  const textOf = { ...fields, clientSecret };
  return [
    ...needed.flatMap((field) => (textOf[field] === '' ? [{ field, code: 'REQUIRED' }] : [])),
    ...(['name', 'issuer', 'registeredAs', 'clientSecret'] as const).flatMap((field) =>
      textOf[field].length > LONGEST[field] ? [{ field, code: 'TOO_LONG' }] : [],
    ),
    ...(code !== '' && !CODE.test(code) ? [{ field: 'code', code: 'WRONG_FORM' }] : []),
    ...(issuer !== '' && !mayAsk(issuer) ? [{ field: 'issuer', code: 'WRONG_FORM' }] : []),
  ];
}
