// One hand below one agreement, whoever's it is and wherever they sign: the same checks, the same lock, the same fact.
import { Injectable } from '@nestjs/common';
import { addDays, err, ok, type LocalDate, type Result } from '@tongxing/shared/kernel';
import {
  markProblems,
  type AgreementCapacity,
  type AgreementLanguage,
  type AgreementMark,
  type AgreementWay,
} from '@tongxing/shared/rules';
import { UNSIGNED_AGREEMENTS, type AgreementState } from '@tongxing/shared/states';
import { VolunteerAgreements } from '../agreements/index.js';
import { Agencies, PeopleNames } from '../people/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import type {
  InvalidInputError,
  NotFoundError,
  StaleVersionError,
  TransitionError,
} from '../platform/graphql/index.js';
import { AgreementNews } from './agreement-news.js';
import { AgreementsRepository, type AgreementView } from './agreements.repository.js';
import { missingSigners } from './domain/missing-signers.js';
import { agreementWords, type AgreementWords } from './domain/agreement-words.js';
import { fingerprint } from './fingerprint.js';

export interface Hand {
  readonly capacity: AgreementCapacity;
  readonly way: AgreementWay;
  /** As it was read; of an earlier signer’s language the text is that one. */
  readonly language: AgreementLanguage;
  /** Fingerprint of the text that was on the screen. */
  readonly textHash: string;
  readonly mark: AgreementMark;
  /** Who was signed in; null for whoever came by a link. */
  readonly signedBy: string | null;
  /** The day on a paper; otherwise today. */
  readonly signedOn?: LocalDate | undefined;
}
export type AgreementError = NotFoundError | InvalidInputError | StaleVersionError | TransitionError;
export interface ReadWords extends AgreementWords {
  readonly language: AgreementLanguage;
  readonly hash: string;
}

/** Of a paper that was signed before it was written down. */
const OLDEST_PAPER_DAYS = 90;

@Injectable()
export class Signing {
  constructor(
    private readonly repository: AgreementsRepository,
    private readonly facts: VolunteerAgreements,
    private readonly trail: AuditTrail,
    private readonly news: AgreementNews,
    private readonly agencies: Agencies,
    private readonly names: PeopleNames,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** The words as they are read: once somebody has signed, exactly what was signed, in whichever language that was. */
  async words(agreement: AgreementView, language: AgreementLanguage): Promise<ReadWords> {
    const { agencyId, personId, template, values } = agreement;
    const read = agreement.language ?? language;
    const agency = (await this.agencies.get(agencyId)).name;
    const name = (await this.names.of(agencyId, [personId])).get(personId) ?? '';
    const words = agreementWords(template, { agency, name, values }, read);
    const text = agreement.text ?? words.text;
    return { ...words, text, language: read, hash: agreement.textHash ?? fingerprint(words.text) };
  }

  /** Signs a locked agreement; with the last hand it is in force. Inside a unit of work. A second press changes nothing. */
  async sign(agreement: AgreementView, hand: Hand): Promise<Result<true, AgreementError>> {
    const { capacity, way, mark, signedBy } = hand;
    if (agreement.signatures.some((one) => one.capacity === capacity)) return ok(true as const);
    const missing = missingSigners(agreement);
    // A guardian may sign before the minor; the agency, which promises something to both, comes last.
    const mayNow = capacity === 'AGENCY' ? missing[0] === 'AGENCY' : missing.includes(capacity);
    if (!mayNow || !UNSIGNED_AGREEMENTS.includes(agreement.state)) {
      const to = capacity === 'AGENCY' ? 'IN_FORCE' : 'TO_COUNTERSIGN';
      return err({ code: 'TRANSITION_REFUSED', from: agreement.state, to });
    }
    const today = await this.agencies.today(agreement.agencyId);
    const signedOn = hand.signedOn ?? today;
    const words = await this.words(agreement, hand.language);
    const fields = [
      ...markProblems(mark, capacity, way),
      ...(words.hash === hand.textHash ? [] : [{ field: 'textHash', code: 'TEXT_CHANGED' }]),
      ...dayProblems(signedOn, today, mark.method === 'PAPER'),
    ];
    if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
    const { agencyId, id, personId } = agreement;
    await this.repository.ready(agencyId, [personId]);
    const signature = {
      ...{ id: this.ids.next<never>() as string, capacity, way, signedBy, signedOn },
      ...{ signedAt: this.clock.nowIso(), textHash: words.hash },
    };
    await this.repository.addSignature(agreement, signature, mark);
    const to = stateAfter(agreement, capacity);
    await this.repository.rows().update(
      { id },
      {
        ...{ state: to, version: agreement.version + 1, language: words.language, textHash: words.hash },
        textSealed: this.repository.sealText(personId, id, words.text),
        ...(to === 'IN_FORCE' ? await this.#inForce(agreement, today, signedBy) : {}),
      },
    );
    const facts = { as: capacity, how: mark.method, by: way, hash: words.hash };
    this.trail.record({ action: 'agreement.signed', subjectType: 'Agreement', subjectId: id, facts });
    const [next] = missing.filter((one) => one !== capacity);
    await this.news.signed(agreement, signedBy, next);
    return ok(true as const);
  }

  /** Both have signed: what was before is replaced, and of a volunteer there is the dated fact that eligibility reads. */
  async #inForce(agreement: AgreementView, today: LocalDate, recordedBy: string | null) {
    const { agencyId, personId, kind, template } = agreement;
    const validUntil = addDays(today, template.validDays);
    for (const { id, version } of await this.repository.inForceBeside(agreement)) {
      const end = { state: 'REPLACED' as const, endedOn: today, version: version + 1 };
      await this.repository.rows().update({ id }, end);
    }
    const dates = { startsOn: today, validUntil };
    if (kind === 'SERVICE') return dates;
    const [factId = null] = await this.facts.addAll([
      {
        ...{ agencyId, personId, happenedOn: today, validUntil, batchId: null, confirmedBy: null },
        ...(recordedBy === null ? {} : { recordedBy }),
      },
    ]);
    return { ...dates, factId };
  }
}

/** Where it stands once this hand is below it as well. */
function stateAfter(agreement: AgreementView, capacity: AgreementCapacity): AgreementState {
  const [next] = missingSigners(agreement).filter((one) => one !== capacity);
  if (next === undefined) return 'IN_FORCE';
  return next === 'AGENCY' ? 'TO_COUNTERSIGN' : 'TO_SIGN';
}

function dayProblems(signedOn: LocalDate, today: LocalDate, onPaper: boolean) {
  if (signedOn > today) return [{ field: 'signedOn', code: 'IN_THE_FUTURE' }];
  const oldest = onPaper ? addDays(today, -OLDEST_PAPER_DAYS) : today;
  return signedOn < oldest ? [{ field: 'signedOn', code: 'TOO_OLD' }] : [];
}
