import { Injectable } from '@nestjs/common';
import { err, ok, type Result } from '@tongxing/shared/kernel';
import type { Finding } from '@tongxing/shared/release-check';
import { ChildrenRepository } from '../children/index.js';
import type { ConsentMissingError } from '../giving/index.js';
import { rowsFor, type PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Clock } from '../platform/clock/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import { Outbox } from '../platform/outbox/index.js';
import type {
  FieldProblem,
  InvalidInputError,
  NotFoundError,
  StaleVersionError,
  TransitionError,
} from '../platform/graphql/index.js';
import { decide, type CardStep, type StepRefusal } from './domain/card-steps.js';
import { CardConsents } from './card-consents.js';
import {
  ProgressCardsRepository,
  type CardFilter,
  type CardWords,
  type ProgressCardView,
} from './progress-cards.repository.js';
import { ReleaseChecks } from './release-check/release-checks.js';

/** The second reader has not looked at all that is marked. */
export interface MarksUnreadError {
  readonly code: 'MARKS_UNREAD';
  readonly marks: number;
}
export interface SecondReaderError {
  readonly code: 'SECOND_READER_NEEDED';
}
export type SaveError = NotFoundError | InvalidInputError | StaleVersionError | TransitionError;
export type CardStepError = SaveError | ConsentMissingError | MarksUnreadError | SecondReaderError;

export const LONGEST_TITLE = 40;
export const LONGEST_TEXT = 1_000;
const LONGEST_NOTE = 500;
const LONGEST_REQUEST_ID = 64;
const MISSING = { code: 'NOT_FOUND' as const };

export interface SaveCard extends CardWords {
  /** The card to change; or else the child whom a new one is about. */
  readonly progressCardId: string | undefined;
  readonly childId: string | undefined;
  /** Whether the author is done and a second reader may begin. */
  readonly submit: boolean;
  readonly version: number | undefined;
  readonly requestId: string;
}

/** From a draft to what a donor reads, by two people (SM6b). */
@Injectable()
export class ProgressCards {
  constructor(
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly children: ChildrenRepository,
    private readonly consents: CardConsents,
    private readonly checks: ReleaseChecks,
    private readonly repository: ProgressCardsRepository,
  ) {}

  page(actor: PersonActor, filter: CardFilter, bounds: { offset: number; limit: number }) {
    return this.repository.page(rowsFor(actor, 'progress.read'), filter, bounds);
  }

  find(actor: PersonActor, id: string): Promise<ProgressCardView | undefined> {
    return this.repository.find(rowsFor(actor, 'progress.read'), id);
  }

  /** What is marked in a text about a child of the actor's; undefined for any other child. */
  async check(actor: PersonActor, childId: string, text: string): Promise<Finding[] | undefined> {
    const child = (await this.children.byIds(rowsFor(actor, 'progress.read'), [childId])).get(childId);
    if (!child) return undefined;
    return this.checks.of({ agencyId: actor.agencyId, child }, text.slice(0, LONGEST_TITLE + LONGEST_TEXT));
  }

  /** Title and text as the check reads them: offsets beyond the title are the text's, after one line break. */
  marksOf(actor: PersonActor, card: ProgressCardView): Promise<Finding[] | undefined> {
    return this.check(actor, card.childId, wordsOf(card));
  }

  /** Writes a draft, or writes on at one; whoever changes it is not its second reader. */
  save(actor: PersonActor, input: SaveCard): Promise<Result<ProgressCardView, SaveError>> {
    return this.work.run(actor, async () => {
      const rows = rowsFor(actor, 'progress.write');
      const problems = problemsOf(input);
      if (problems.length > 0) return err({ code: 'INVALID_INPUT' as const, fields: problems });
      const words = { title: input.title.trim(), text: input.text.trim() };
      const submittedAt = input.submit ? this.clock.nowIso() : null;
      if (input.progressCardId === undefined) {
        const before = await this.repository.byRequest(actor.agencyId, input.requestId);
        if (before) return before.writtenBy === actor.personId ? ok(before) : err(MISSING);
        const childId = input.childId ?? '';
        const child = (await this.children.byIds(rows, [childId])).get(childId);
        if (!child) return err(MISSING);
        const { agencyId, personId: writtenBy } = actor;
        const added = { agencyId, childId: child.id, words, writtenBy, requestId: input.requestId };
        const card = await this.repository.lock(rows, await this.repository.add(added));
        if (!card) return err(MISSING);
        this.#remember('written', card);
        if (submittedAt) await this.repository.change(card, { submittedAt });
        return this.#again(actor, card.id);
      }
      const card = await this.repository.lock(rows, input.progressCardId);
      if (!card) return err(MISSING);
      if (card.version !== input.version) return err({ code: 'STALE_VERSION' as const, currentVersion: card.version });
      if (card.state !== 'DRAFT' || card.frozenBy) {
        return err({ code: 'TRANSITION_REFUSED' as const, from: card.state, to: 'DRAFT' });
      }
      const changed = { changedBy: actor.personId, changedAt: this.clock.nowIso(), submittedAt, note: null };
      await this.repository.change(card, { words, ...changed });
      return this.#again(actor, card.id);
    });
  }

  /** One step of a card: each needs the version that the actor saw. */
  step(
    actor: PersonActor,
    input: {
      readonly id: string;
      readonly step: CardStep;
      readonly note: string;
      readonly marksSeen: number;
      readonly version: number;
    },
  ): Promise<Result<ProgressCardView, CardStepError>> {
    return this.work.run(actor, async () => {
      const card = await this.repository.lock(rowsFor(actor, 'progress.decide'), input.id);
      if (!card) return err(MISSING);
      if (card.version !== input.version) return err({ code: 'STALE_VERSION' as const, currentVersion: card.version });
      const note = input.note.trim();
      if (note.length > LONGEST_NOTE) {
        return err({ code: 'INVALID_INPUT' as const, fields: [{ field: 'note', code: 'TOO_LONG' }] });
      }
      const decided = decide(card, input.step, { by: actor.personId, at: this.clock.nowIso(), note });
      if (!decided.ok) return err(refusal(decided.error, card));
      if (input.step === 'REVIEW' || input.step === 'RELEASE') {
        const marks = (await this.marksOf(actor, card))?.length ?? 0;
        if (marks > input.marksSeen) return err({ code: 'MARKS_UNREAD' as const, marks });
      }
      if (input.step === 'RELEASE' && !(await this.consents.open(card)))
        return err({ code: 'CONSENT_MISSING' as const });
      await this.repository.change(card, decided.value);
      this.#remember(PAST[input.step], card);
      const { id: cardId, childId } = card;
      if (input.step === 'RELEASE') await this.outbox.publish('CardReleased', { cardId, childId });
      return this.#again(actor, card.id);
    });
  }

  #remember(what: string, { id }: ProgressCardView): void {
    this.trail.record({ action: `progress.${what}`, subjectType: 'ProgressCard', subjectId: id });
  }

  async #again(actor: PersonActor, id: string): Promise<Result<ProgressCardView, NotFoundError>> {
    const card = await this.find(actor, id);
    return card ? ok(card) : err(MISSING);
  }
}

export const wordsOf = ({ title, text }: CardWords): string => `${title}\n${text}`;

const PAST: Readonly<Record<CardStep, string>> = {
  REVIEW: 'reviewed',
  RETURN: 'returned',
  RELEASE: 'released',
  WITHDRAW: 'withdrawn',
  FREEZE: 'frozen',
  CLEAR: 'cleared',
};

function refusal(refused: StepRefusal, { state }: ProgressCardView): CardStepError {
  switch (refused.code) {
    case 'NOTE_NEEDED':
      return { code: 'INVALID_INPUT', fields: [{ field: 'note', code: 'REQUIRED' }] };
    case 'SECOND_READER_NEEDED':
      return { code: 'SECOND_READER_NEEDED' };
    case 'TRANSITION_REFUSED':
      return { code: 'TRANSITION_REFUSED', from: state, to: refused.to };
  }
}

function problemsOf({ title, text, requestId }: SaveCard): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const check = (field: string, value: string, longest: number) => {
    if (value === '') problems.push({ field, code: 'REQUIRED' });
    if (value.length > longest) problems.push({ field, code: 'TOO_LONG' });
  };
  check('title', title.trim(), LONGEST_TITLE);
  check('text', text.trim(), LONGEST_TEXT);
  if (requestId === '' || requestId.length > LONGEST_REQUEST_ID) {
    problems.push({ field: 'requestId', code: 'REQUEST_ID_LENGTH' });
  }
  return problems;
}
