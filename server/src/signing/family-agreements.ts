// A family's service agreement (H5): signed by the guardian by the personal link, or on the worker's device; and the fact
// that rule H26 asks for.
import { Injectable } from '@nestjs/common';
import { err, ok, type AgencyId, type LocalDate, type Result } from '@tongxing/shared/kernel';
import type { AgreementLanguage, AgreementMark } from '@tongxing/shared/rules';
import { ChildrenRepository } from '../children/index.js';
import { LedgerFacts, LedgerGuardians, OwnLedger, type GuardianView } from '../disclosure/index.js';
import { Agencies } from '../people/index.js';
import { allRows, type GuardianActor } from '../platform/access/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import type { Agreement } from './agreement.entities.js';
import { Agreements } from './agreements.js';
import { AgreementsRepository, type AgreementView } from './agreements.repository.js';
import { Signing, type AgreementError } from './signing.js';

export interface FamilyAgreement {
  readonly agreement: AgreementView;
  readonly guardian: GuardianView;
}
type Outcome = Promise<Result<FamilyAgreement, AgreementError>>;

const MISSING = { code: 'NOT_FOUND' as const };

@Injectable()
export class FamilyAgreements {
  constructor(
    private readonly repository: AgreementsRepository,
    private readonly agreements: Agreements,
    private readonly signing: Signing,
    private readonly ledger: OwnLedger,
    private readonly guardians: LedgerGuardians,
    private readonly facts: LedgerFacts,
    private readonly children: ChildrenRepository,
    private readonly agencies: Agencies,
    private readonly work: UnitOfWork,
  ) {}

  /** Those for the child of the link that are open or hold, the newest first; none for a guardian who does not count. */
  async list(actor: GuardianActor): Promise<FamilyAgreement[]> {
    const me = await this.ledger.holder(actor);
    if (!me) return [];
    const all = await this.repository.ofPerson(actor.agencyId, me.child.person.id);
    return all
      .filter(({ kind, state }) => kind === 'SERVICE' && SHOWN.includes(state))
      .map((agreement) => ({ agreement, guardian: me.guardian }));
  }

  sign(
    actor: GuardianActor,
    id: string,
    said: { readonly language: AgreementLanguage; readonly textHash: string; readonly mark: AgreementMark },
  ): Outcome {
    const hand = { ...said, capacity: 'GUARDIAN', way: 'LINK', signedBy: null } as const;
    return this.#own(actor, id, (agreement) => this.signing.sign(agreement, hand));
  }

  /** Leaves at any moment; what the child needs at once goes on (H5). */
  leave(actor: GuardianActor, id: string): Outcome {
    return this.#own(actor, id, (agreement) => this.agreements.close(agreement, { by: null, reason: 'OWN_WISH' }));
  }

  /** Whether somebody of this name is a guardian whose word is not taken now (T13). */
  async isBarred(agencyId: AgencyId, childId: string, name: string): Promise<boolean> {
    const today = await this.agencies.today(agencyId);
    const facts = (await this.facts.children(agencyId, [childId], today)).get(childId);
    const child = (await this.children.byIds(allRows(agencyId), [childId])).get(childId as never);
    if (!facts || !child) return false;
    const all = await this.guardians.of(agencyId, child, facts);
    return all.some((one) => one.barred && one.name === name.trim());
  }

  /**
   * Since when a child's service agreement holds on a day, by child id: of a child whose family ever signed one here it is
   * the only source, so `undefined` says that none holds; a child who is absent never had one here.
   */
  async holdingOn(
    agencyId: AgencyId,
    childIds: readonly string[],
    day: LocalDate,
  ): Promise<ReadonlyMap<string, LocalDate | undefined>> {
    const found = new Map<string, LocalDate | undefined>();
    for (const row of await this.repository.serviceOf(agencyId, childIds)) {
      const { childId } = row;
      if (childId === null) continue;
      found.set(childId, found.get(childId) ?? sinceOn(row, day));
    }
    return found;
  }

  #own(actor: GuardianActor, id: string, act: (own: AgreementView) => Promise<Result<true, AgreementError>>): Outcome {
    const { agencyId, childId } = actor;
    return this.work.run(actor, async () => {
      const own = await this.repository.lock(agencyId, id);
      const me = own && (await this.ledger.holder(actor));
      if (!me || own.childId !== childId || own.kind !== 'SERVICE') return err(MISSING);
      const done = await act(own);
      if (!done.ok) return done;
      const again = await this.repository.find(agencyId, id);
      return again ? ok({ agreement: again, guardian: me.guardian }) : err(MISSING);
    });
  }
}

const SHOWN: readonly AgreementView['state'][] = ['TO_SIGN', 'TO_COUNTERSIGN', 'IN_FORCE'];

/** From its first day to the last, or to the day before it ended. */
function sinceOn({ startsOn, validUntil, endedOn }: Agreement, day: LocalDate): LocalDate | undefined {
  if (startsOn === null || startsOn > day) return undefined;
  if (validUntil !== null && validUntil < day) return undefined;
  return endedOn !== null && endedOn <= day ? undefined : (startsOn as LocalDate);
}
