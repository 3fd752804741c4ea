// Whom one volunteer could accompany, or who could accompany one child: answered from the newest run, within a page load.
import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@tongxing/shared/kernel';
import type { ScorePart } from '@tongxing/shared/matching';
import { ChildrenRepository, type ChildView } from '../../children/index.js';
import { Agencies, VolunteersRepository, type VolunteerView } from '../../people/index.js';
import { rowsFor, type PersonActor, type Rows } from '../../platform/access/index.js';
import { Database } from '../../platform/database/index.js';
import type { CompanionshipView } from '../companionships/companionships.repository.js';
import { PairHistory } from '../companionships/pair-history.js';
import type { Since } from './answer-desk.js';
import { MatchEngine } from './match-engine.js';
import { MatchRun } from './match-run.entity.js';
import { stateOf } from './run-state.js';
import { MatchSnapshots } from './match-snapshots.js';
import { RunDocuments } from './run-documents.js';

export interface SuggestionView {
  readonly child: ChildView;
  readonly volunteer: VolunteerView;
  readonly score: number;
  readonly loss: number;
  readonly parts: readonly ScorePart[];
}
export interface SuggestionsView {
  readonly run: MatchRun;
  readonly suggestions: readonly SuggestionView[];
}

/** More than are shown: some may be nobody of the viewer's. */
const LOOKED_AT = 3;
const RECENT = 10;

@Injectable()
export class Suggestions {
  constructor(
    private readonly database: Database,
    private readonly agencies: Agencies,
    private readonly children: ChildrenRepository,
    private readonly volunteers: VolunteersRepository,
    private readonly history: PairHistory,
    private readonly snapshots: MatchSnapshots,
    private readonly documents: RunDocuments,
    private readonly engine: MatchEngine,
  ) {}

  /** Undefined where there is no run yet to answer from. */
  async childrenFor(actor: PersonActor, view: VolunteerView, count: number): Promise<SuggestionsView | undefined> {
    const within = rowsFor(actor, 'match.read');
    const run = await this.#newest(actor);
    if (!run) return undefined;
    const volunteer = await this.snapshots.volunteer(actor.agencyId, view, await this.#day(actor, run));
    const board = await this.#since(actor);
    const question = { kind: 'childrenFor', volunteer, board, count: count * LOOKED_AT } as const;
    const found = await this.engine.ask(run.id, question, () => this.documents.readPacked(run.id, 'INPUT'));
    const ids = found.map(({ childId }) => childId);
    const children = await this.children.byIds(within, ids);
    const suggestions = found.flatMap(({ childId, score, loss, parts }) => {
      const child = children.get(childId);
      return child ? [{ child, volunteer: view, score, loss, parts }] : [];
    });
    return { run, suggestions: suggestions.slice(0, count) };
  }

  async volunteersFor(actor: PersonActor, view: ChildView, count: number): Promise<SuggestionsView | undefined> {
    const within = rowsFor(actor, 'match.read');
    const run = await this.#newest(actor);
    if (!run) return undefined;
    const board = await this.#since(actor, view.id);
    // Who has somebody already is not looked for.
    if (board.locks.some((pair) => pair.childId === view.id)) return { run, suggestions: [] };
    return { run, suggestions: await this.#rank(run, within, view, board, count) };
  }

  /** Who could go on with a child who has somebody, or stand in: as if the child were alone, that companion left out. */
  async takersOf(
    actor: PersonActor,
    { childId, volunteerId }: CompanionshipView,
    count: number,
  ): Promise<SuggestionsView | undefined> {
    const within = rowsFor(actor, 'match.read');
    const run = await this.#newest(actor);
    const view = (await this.children.byIds(within, [childId])).get(childId);
    if (!run || !view) return undefined;
    const { locks, vetoes } = await this.#since(actor, childId);
    const board = {
      locks: locks.filter((pair) => pair.childId !== childId),
      vetoes: [...vetoes, { volunteerId, childId }],
    };
    return { run, suggestions: await this.#rank(run, within, view, board, count) };
  }

  async #rank(run: MatchRun, within: Rows, view: ChildView, board: Since, count: number) {
    const child = await this.snapshots.child(within.agencyId, view);
    const question = { kind: 'volunteersFor', child, board, count: count * LOOKED_AT } as const;
    const found = await this.engine.ask(run.id, question, () => this.documents.readPacked(run.id, 'INPUT'));
    const ids = found.map(({ volunteerId }) => volunteerId);
    const volunteers = await this.volunteers.byIds(within, ids);
    // The run knows nothing of whoever has stood in for somebody since.
    const covers = await this.history.coversOf(within.agencyId);
    const isFull = ({ id, places }: VolunteerView) =>
      (covers.get(id) ?? 0) > 0 &&
      board.locks.filter((pair) => pair.volunteerId === id).length + (covers.get(id) ?? 0) >= places;
    const suggestions = found.flatMap(({ volunteerId, score, loss, parts }) => {
      const volunteer = volunteers.get(volunteerId);
      return volunteer && !isFull(volunteer) ? [{ child: view, volunteer, score, loss, parts }] : [];
    });
    return suggestions.slice(0, count);
  }

  async #newest({ agencyId }: PersonActor): Promise<MatchRun | undefined> {
    const runs = await this.database
      .repository(MatchRun)
      .find({ where: { agencyId }, order: { startedAt: 'DESC', id: 'DESC' }, take: RECENT });
    return runs.find((run) => stateOf(run) === 'DONE' && (run.scope?.kind ?? 'ALL') === 'ALL');
  }

  async #day({ agencyId }: PersonActor, run: MatchRun): Promise<LocalDate> {
    const today = await this.agencies.today(agencyId);
    return run.serviceDate > today ? (run.serviceDate as LocalDate) : today;
  }

  /** What somebody holds fast keeps its place too, but the child who is asked about has nobody yet. */
  async #since({ agencyId }: PersonActor, childId?: string): Promise<Since> {
    const { locks, vetoes } = await this.history.of(agencyId);
    const accompanied = new Set(locks.map((pair) => pair.childId));
    const held = (await this.history.held(agencyId)).filter(
      (pair) => pair.childId !== childId && !accompanied.has(pair.childId),
    );
    return { locks: [...locks, ...held], vetoes };
  }
}
