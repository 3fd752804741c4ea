// Agreements at the desk: offered to a volunteer or a family, countersigned, and ended by a day.
import { Injectable } from '@nestjs/common';
import { addDays, ageOn, err, ok, type LocalDate, type PersonId, type Result } from '@tongxing/shared/kernel';
import {
  ADULT_AGE,
  AGREEMENT_LIMITS,
  valueProblems,
  type AgreementEnd,
  type AgreementKind,
  type AgreementLanguage,
  type AgreementMark,
} from '@tongxing/shared/rules';
import { type AgreementState } from '@tongxing/shared/states';
import { VolunteerAgreements } from '../agreements/index.js';
import { ChildrenRepository } from '../children/index.js';
import { Agencies, VolunteersRepository, type OpenPerson } from '../people/index.js';
import { rowsFor, type PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import type { InvalidInputError, NotFoundError } from '../platform/graphql/index.js';
import { AgreementNews } from './agreement-news.js';
import { AgreementTemplates, newAgreement } from './agreement-templates.js';
import { AgreementsRepository, type AgreementView } from './agreements.repository.js';
import { Signing, type AgreementError } from './signing.js';

export interface Offer {
  readonly kind: AgreementKind;
  /** Of the volunteer, or of the child. */
  readonly subjectId: string;
  readonly values: Readonly<Record<string, string>>;
  readonly requestId: string;
}
/** An agreement with the name of whom it is with. */
export interface NamedAgreement {
  readonly agreement: AgreementView;
  readonly name: string;
}
type Outcome = Promise<Result<NamedAgreement, AgreementError>>;
type Whose = { readonly volunteerId: string } | { readonly childId: string };

const MISSING = { code: 'NOT_FOUND' as const };

@Injectable()
export class Agreements {
  constructor(
    private readonly repository: AgreementsRepository,
    private readonly templates: AgreementTemplates,
    private readonly signing: Signing,
    private readonly news: AgreementNews,
    private readonly facts: VolunteerAgreements,
    private readonly volunteers: VolunteersRepository,
    private readonly children: ChildrenRepository,
    private readonly agencies: Agencies,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** In one state, of those whom the actor reads; the newest first. */
  async inState(actor: PersonActor, state: AgreementState): Promise<NamedAgreement[]> {
    return this.#readable(actor, await this.repository.inState(actor.agencyId, state));
  }

  /** Of one volunteer or child, the newest first; undefined for somebody whom the actor does not read. */
  async of(actor: PersonActor, whose: Whose): Promise<NamedAgreement[] | undefined> {
    const volunteers = 'volunteerId' in whose;
    const person = await (volunteers ? this.#volunteer(actor, whose.volunteerId) : this.#child(actor, whose.childId));
    if (!person) return undefined;
    const all = await this.repository.ofPerson(actor.agencyId, person.id);
    return all
      .filter(({ kind }) => (kind === 'VOLUNTEER') === volunteers)
      .map((agreement) => ({ agreement, name: person.name }));
  }

  /** One of somebody whom the actor reads; undefined for any other. */
  async find(actor: PersonActor, id: string): Promise<NamedAgreement | undefined> {
    const found = await this.repository.find(actor.agencyId, id);
    return found && (await this.#readable(actor, [found]))[0];
  }

  /** Offers the newest released text. Whoever has an offer already is not asked twice. */
  async offer(actor: PersonActor, { kind, subjectId, values, requestId }: Offer): Outcome {
    const { agencyId, personId: offeredBy } = actor;
    const person = kind === 'VOLUNTEER' ? await this.#volunteer(actor, subjectId) : await this.#child(actor, subjectId);
    if (!person || person.erased) return err(MISSING);
    const today = await this.agencies.today(agencyId);
    return this.work.run(actor, async () => {
      const before = await this.repository.byRequest(agencyId, requestId);
      if (before) return before.personId === person.id ? ok({ agreement: before, name: person.name }) : err(MISSING);
      const template = await this.templates.current(agencyId, kind);
      if (!template) return invalid('kind', 'NO_TEMPLATE');
      const fields = valueProblems(template.fields, values);
      if (fields.length > 0) return err({ code: 'INVALID_INPUT' as const, fields });
      await this.repository.ready(agencyId, [person.id]);
      if (await this.#waits(actor, person.id, kind)) return invalid('kind', 'OFFERED_ALREADY');
      const id: string = this.ids.next<never>();
      const known = Object.fromEntries(template.fields.map(({ key }) => [key, (values[key] ?? '').trim()]));
      await this.repository.rows().insert({
        ...{ id, agencyId, kind, templateId: template.id, personId: person.id, signBy: null },
        volunteerId: kind === 'VOLUNTEER' ? subjectId : null,
        childId: kind === 'SERVICE' ? subjectId : null,
        guardianNeeded: kind === 'VOLUNTEER' && isMinor(person, today),
        ...newAgreement(this.clock.nowIso(), offeredBy, requestId),
        valuesSealed: this.repository.sealValues(person.id, id, known),
      });
      this.trail.record({ action: 'agreement.offered', subjectType: 'Agreement', subjectId: id, facts: { kind } });
      await this.news.offered({ id, agencyId, kind, personId: person.id });
      return this.#again(actor, id, person.name);
    });
  }

  /** For the agency, below what the others have signed; nobody signs their own, nor what they wrote down of a paper. */
  countersign(
    actor: PersonActor,
    id: string,
    said: { readonly version: number; readonly textHash: string; readonly mark: AgreementMark },
  ): Outcome {
    return this.locked(actor, id, said.version, async ({ agreement }) => {
      if (agreement.personId === actor.personId) return invalid('id', 'OWN_AGREEMENT');
      if (isWrittenDownBy(agreement, actor.personId)) return invalid('id', 'SECOND_LOOK');
      const { textHash, mark } = said;
      const language: AgreementLanguage = agreement.language ?? 'zh-CN';
      const hand = { capacity: 'AGENCY', way: 'ACCOUNT', language, textHash, mark, signedBy: actor.personId } as const;
      return this.signing.sign(agreement, hand);
    });
  }

  /** Ends one that is in force with today, or takes back an offer. */
  end(
    actor: PersonActor,
    id: string,
    said: { readonly version: number; readonly reason: AgreementEnd; readonly note: string | undefined },
  ): Outcome {
    return this.locked(actor, id, said.version, async ({ agreement }) => {
      if (agreement.personId === actor.personId) return invalid('id', 'OWN_AGREEMENT');
      const note = said.note?.trim() === '' ? undefined : said.note?.trim();
      if ([...(note ?? '')].length > AGREEMENT_LIMITS.note) return invalid('note', 'TOO_LONG');
      if (said.reason === 'OTHER' && note === undefined) return invalid('note', 'REQUIRED');
      return this.close(agreement, { by: actor.personId, reason: said.reason, note });
    });
  }

  /** Ends a locked one: from today on it holds no longer, and lets nobody serve. Inside a unit of work. */
  async close(
    agreement: AgreementView,
    {
      by,
      reason,
      note,
    }: { readonly by: string | null; readonly reason: AgreementEnd; readonly note?: string | undefined },
  ): Promise<Result<true, AgreementError>> {
    const { agencyId, id, personId, state, factId } = agreement;
    const today = await this.agencies.today(agencyId);
    const to = state === 'IN_FORCE' ? 'ENDED' : 'WITHDRAWN';
    if (!OPEN.includes(state)) return err({ code: 'TRANSITION_REFUSED', from: state, to: 'ENDED' });
    await this.repository.ready(agencyId, [personId]);
    await this.repository.rows().update(
      { id },
      {
        ...{ state: to, endedOn: today, endedBy: by, endReason: reason, version: agreement.version + 1 },
        endNoteSealed: this.repository.sealEndNote(personId, id, note),
      },
    );
    if (factId !== undefined) await this.facts.endBy(agencyId, factId, addDays(today, -1));
    await this.news.ended(agreement, by, state === 'IN_FORCE');
    const facts = { why: reason, was: state };
    this.trail.record({ action: 'agreement.ended', subjectType: 'Agreement', subjectId: id, facts });
    return ok(true as const);
  }

  /** Acts on one whose row is locked and which the actor reads, as it was last read. */
  async locked(
    actor: PersonActor,
    id: string,
    version: number,
    act: (own: NamedAgreement) => Promise<Result<true, AgreementError>>,
  ): Outcome {
    return this.work.run(actor, async () => {
      const locked = await this.repository.lock(actor.agencyId, id);
      const [own] = locked ? await this.#readable(actor, [locked]) : [];
      if (!own) return err(MISSING);
      const { version: currentVersion } = own.agreement;
      if (currentVersion !== version) return err({ code: 'STALE_VERSION' as const, currentVersion });
      const done = await act(own);
      return done.ok ? this.#again(actor, id, own.name) : done;
    });
  }

  async #again({ agencyId }: PersonActor, id: string, name: string): Outcome {
    const agreement = await this.repository.find(agencyId, id);
    return agreement ? ok({ agreement, name }) : err(MISSING);
  }

  async #waits({ agencyId }: PersonActor, personId: PersonId, kind: AgreementKind): Promise<boolean> {
    return (await this.repository.lockUnsigned(agencyId, personId, kind)).length > 0;
  }

  /** Those with volunteers and children whom the actor reads, nobody erased among them. */
  async #readable(actor: PersonActor, all: readonly AgreementView[]): Promise<NamedAgreement[]> {
    const rows = rowsFor(actor, 'agreement.read');
    const volunteers = await this.volunteers.byIds(
      rows,
      all.flatMap(({ volunteerId }) => volunteerId ?? []),
    );
    const children = await this.children.byIds(
      rows,
      all.flatMap(({ childId }) => childId ?? []),
    );
    return all.flatMap((agreement) => {
      const { volunteerId = '', childId = '' } = agreement;
      const person = volunteers.get(volunteerId)?.person ?? children.get(childId)?.person;
      return person && !person.erased ? [{ agreement, name: person.name }] : [];
    });
  }

  async #volunteer(actor: PersonActor, id: string): Promise<OpenPerson | undefined> {
    return (await this.volunteers.byIds(rowsFor(actor, 'agreement.read'), [id])).get(id)?.person;
  }

  async #child(actor: PersonActor, id: string): Promise<OpenPerson | undefined> {
    return (await this.children.byIds(rowsFor(actor, 'agreement.read'), [id])).get(id)?.person;
  }
}

const OPEN: readonly AgreementState[] = ['TO_SIGN', 'TO_COUNTERSIGN', 'IN_FORCE'];

const invalid = (field: string, code: string): Result<never, InvalidInputError | NotFoundError> =>
  err({ code: 'INVALID_INPUT', fields: [{ field, code }] });

/** Of what nobody signed on a screen themselves, a second person looks: who wrote it down does not countersign. */
const isWrittenDownBy = ({ signatures }: AgreementView, personId: PersonId): boolean =>
  signatures.some(({ method, signedBy }) => (method === 'PAPER' || method === 'WITNESSED') && signedBy === personId);

const isMinor = ({ birthDate }: OpenPerson, today: LocalDate): boolean =>
  birthDate !== undefined && ageOn(birthDate, today) < ADULT_AGE;
