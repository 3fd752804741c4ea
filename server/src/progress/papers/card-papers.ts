// A card that a donor takes along as a PDF, and the one word that anybody may ask about its number. Both stand on what the
// donor's page would show at this very moment: what a family took back is on no new paper, and the old one no longer holds.
import { randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { err, localDateIn, ok, type PersonId, type Result } from '@tongxing/shared/kernel';
import { SponsorshipsRepository } from '../../giving/index.js';
import { Agencies } from '../../people/index.js';
import type { PersonActor } from '../../platform/access/index.js';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { Clock, Ids } from '../../platform/clock/index.js';
import { CONFIG, type Config } from '../../platform/config/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import type { NotFoundError } from '../../platform/graphql/index.js';
import { writePdf, type PdfSheet } from '../../platform/pdf/index.js';
import { groupedPaperNumber, newPaperNumber, readPaperNumber } from '../domain/paper-number.js';
import { SponsoredChildren } from '../sponsored-children.js';
import { CardPaper } from './card-paper.entity.js';
import { cardSheet, type CardOnPaper } from './card-sheet.js';

export interface TakenCard {
  readonly name: string;
  readonly bytes: Buffer;
}

@Injectable()
export class CardPapers {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly agencies: Agencies,
    private readonly sponsorships: SponsorshipsRepository,
    private readonly children: SponsoredChildren,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The paper of a card that the donor's page shows now; missing for every other id. It is in the audit before it leaves. */
  async take(
    actor: PersonActor,
    cardId: string,
    language: PdfSheet['language'],
  ): Promise<Result<TakenCard, NotFoundError>> {
    const written = await this.work.run(actor, async (): Promise<Result<CardOnPaper, NotFoundError>> => {
      const shown = await this.children.of(actor);
      const child = shown.find(({ cards }) => cards.some(({ id }) => id === cardId));
      const card = child?.cards.find(({ id }) => id === cardId);
      if (!child || !card) return err({ code: 'NOT_FOUND' as const });
      const { agencyId } = actor;
      const number = await this.#number({ agencyId, cardId, sponsorshipId: child.sponsorshipId });
      this.trail.record({ action: 'progress.paperTaken', subjectType: 'ProgressCard', subjectId: cardId });
      const { name: agency, timeZone } = await this.agencies.get(agencyId);
      return ok({
        ...{ agency, initial: child.initial, title: card.title, text: card.text },
        releasedOn: localDateIn(new Date(card.releasedAt), timeZone),
        number: groupedPaperNumber(number),
        address: `${this.config.publicUrl}/verify/${groupedPaperNumber(number)}`,
      });
    });
    if (!written.ok) return written;
    const { number } = written.value;
    return ok({ name: `tongxing-${number}.pdf`, bytes: await writePdf(cardSheet(written.value, language)) });
  }

  /** Whether the card of a paper may be read now by whom it was made for; false for a number that never was. */
  async holds(typed: string): Promise<boolean> {
    const number = readPaperNumber(typed);
    const paper = number === undefined ? null : await this.#rows().findOneBy({ number });
    if (!paper) return false;
    const sponsorship = await this.sponsorships.find(paper.agencyId, paper.sponsorshipId);
    const [child] = sponsorship ? await this.children.shown([sponsorship]) : [];
    return child?.cards.some(({ id }) => id === paper.cardId) ?? false;
  }

  /** Whose page shows this card now: they hear that it is there. */
  async readersOf(agencyId: PersonActor['agencyId'], cardId: string, childId: string): Promise<PersonId[]> {
    const beside = await this.sponsorships.besideChild(agencyId, childId);
    const shown = await this.children.shown(beside);
    return beside.flatMap(({ id, donorPersonId }) => {
      const child = shown.find(({ sponsorshipId }) => sponsorshipId === id);
      return child?.cards.some((card) => card.id === cardId) ? [donorPersonId] : [];
    });
  }

  async #number(of: Pick<CardPaper, 'agencyId' | 'cardId' | 'sponsorshipId'>): Promise<string> {
    const made = await this.#rows().findOneBy(of);
    if (made) return made.number;
    const number = newPaperNumber(randomInt);
    await this.#rows().insert({ ...of, id: this.ids.next<never>(), number, madeAt: this.clock.nowIso() });
    return number;
  }

  #rows() {
    return this.database.repository(CardPaper);
  }
}
