import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, LinkColumn, TextColumn } from '../../platform/database/index.js';

/** A donor made a paper of a card. It holds no words: only which card, for whom, and the number that stands on it. */
@Entity('card_paper')
@Index('ux_card_paper_number', ['number'], { unique: true })
@Index('ux_card_paper_card', ['cardId', 'sponsorshipId'], { unique: true })
export class CardPaper {
  @IdColumn() id: string;
  @LinkColumn('card_paper', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('card_paper', 'cardId', 'progress_card') cardId: string;
  @LinkColumn('card_paper', 'sponsorshipId', 'sponsorship') sponsorshipId: string;
  /** Sixteen signs that nobody guesses; what it answers is one word. */
  @TextColumn(20) number: string;
  @InstantColumn() madeAt: string;
}
