// An agreement as PDF, and the one word that whoever holds a paper may ask about it: does it hold, or not.
import { Inject, Injectable } from '@nestjs/common';
import { err, ok, type AgencyId, type PersonId, type Result } from '@tongxing/shared/kernel';
import type { AgreementLanguage } from '@tongxing/shared/rules';
import { VolunteerAgreements } from '../agreements/index.js';
import { Agencies, DoorMemory, PeopleRepository, WorkStopsRepository } from '../people/index.js';
import { mayDo, type Actor, type GuardianActor, type PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Throttles, type TooManyAttemptsError } from '../platform/auth/index.js';
import { CONFIG, type Config } from '../platform/config/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import type { NotFoundError } from '../platform/graphql/index.js';
import { writePdf } from '../platform/pdf/index.js';
import { agreementSheet } from './agreement-sheet.js';
import { Agreements } from './agreements.js';
import { AgreementsRepository, type AgreementView } from './agreements.repository.js';
import { CosignLinks } from './cosign-links.js';
import { groupedPaperCode, readPaperCode } from './domain/paper-code.js';
import { FamilyAgreements } from './family-agreements.js';
import { OwnAgreements } from './own-agreements.js';
import { Signing } from './signing.js';

export interface TakenAgreement {
  readonly name: string;
  readonly bytes: Buffer;
}
type Taken = Promise<Result<TakenAgreement, NotFoundError>>;
type Door<T> = Promise<Result<T, TooManyAttemptsError>>;

@Injectable()
export class AgreementPapers {
  constructor(
    private readonly repository: AgreementsRepository,
    private readonly agreements: Agreements,
    private readonly own: OwnAgreements,
    private readonly families: FamilyAgreements,
    private readonly links: CosignLinks,
    private readonly signing: Signing,
    private readonly facts: VolunteerAgreements,
    private readonly agencies: Agencies,
    private readonly people: PeopleRepository,
    private readonly stops: WorkStopsRepository,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly throttles: Throttles,
    private readonly memory: DoorMemory,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The PDF of one that the actor reads, or of an own one; missing for every other. In the audit before it leaves. */
  async take(actor: PersonActor, id: string, language: AgreementLanguage): Taken {
    const atDesk = mayDo(actor, 'agreement.read') ? (await this.agreements.find(actor, id))?.agreement : undefined;
    const agreement = atDesk ?? (mayDo(actor, 'agreement.readOwn') ? await this.own.find(actor, id) : undefined);
    return this.#give(actor, agreement, language);
  }

  /** The same for a guardian by the personal link: of the agreements for their child that wait or hold. */
  async takeForFamily(actor: GuardianActor, id: string, language: AgreementLanguage): Taken {
    const own = (await this.families.list(actor)).find(({ agreement }) => agreement.id === id);
    return this.#give(actor, own?.agreement, language);
  }

  /** The same for a minor’s guardian, by the secret of the link by which they signed. */
  async takeByLink(secret: string, language: AgreementLanguage): Taken {
    const agreement = await this.links.signed(secret);
    if (!agreement) return err({ code: 'NOT_FOUND' as const });
    const actor = { kind: 'system', agencyId: agreement.agencyId, name: 'agreement-guardian' } as const;
    return this.#give(actor, agreement, language);
  }

  async #give(actor: Actor, agreement: AgreementView | undefined, language: AgreementLanguage): Taken {
    if (!agreement) return err({ code: 'NOT_FOUND' as const });
    await this.work.run(actor, () => {
      this.trail.record({ action: 'agreement.paperTaken', subjectType: 'Agreement', subjectId: agreement.id });
      return Promise.resolve();
    });
    return ok(await this.#print(agreement, language));
  }

  /** Whether an agreement holds today; the same answer for a number that never was, and nothing but this answer. */
  async holds(typed: { readonly number: string; readonly code: string }, address: string): Door<boolean> {
    const number = readPaperCode(typed.number);
    const code = readPaperCode(typed.code);
    const throttled = await this.throttles.take('agreement-check', number ?? '-', address);
    if (throttled) {
      if (throttled.first) await this.memory.throttled('agreement-check');
      return err({ code: throttled.code, retryAfterSeconds: throttled.retryAfterSeconds });
    }
    const row = number === undefined ? null : await this.repository.byNumber(number);
    if (!row || row.code !== code || row.state !== 'IN_FORCE' || row.validUntil === null) return ok(false);
    const { agencyId, personId, factId, validUntil } = row;
    if (validUntil < (await this.agencies.today(agencyId as AgencyId))) return ok(false);
    if (await this.#isGone(agencyId as AgencyId, personId as PersonId)) return ok(false);
    if (factId === null) return ok(true);
    // One that was written down by mistake counts no longer, whoever took it back.
    const standing = (await this.facts.byPerson(agencyId, [personId])).get(personId) ?? [];
    return ok(standing.some(({ id }) => id === factId));
  }

  /** Somebody whose work has stopped, or of whom nothing is kept any more: nobody is told which (H8). */
  async #isGone(agencyId: AgencyId, personId: PersonId): Promise<boolean> {
    const person = (await this.people.byIds(agencyId, [personId])).get(personId);
    if (!person || person.erased) return true;
    return (await this.stops.sinceByPerson(agencyId)).has(personId);
  }

  async #print(agreement: AgreementView, read: AgreementLanguage): Promise<TakenAgreement> {
    const { agencyId, number, kind, startsOn, validUntil, endedOn, textHash } = agreement;
    const words = await this.signing.words(agreement, read);
    const { name: agency, timeZone } = await this.agencies.get(agencyId);
    const shown = groupedPaperCode(number);
    const code = groupedPaperCode(agreement.code);
    const sheet = agreementSheet(
      {
        ...{ agency, timeZone, kind, startsOn, validUntil, endedOn, textHash, text: words.text },
        signatures: agreement.signatures,
        ...{ number: shown, code, address: `${this.config.publicUrl}/verify/agreement/${shown}/${code}` },
      },
      words.language,
    );
    return { name: `tongxing-agreement-${shown}.pdf`, bytes: await writePdf(sheet) };
  }
}
