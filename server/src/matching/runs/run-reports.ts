import { Injectable } from '@nestjs/common';
import type { ExtraPlaces, MatchWeights, ReasonCount, RejectionCode } from '@tongxing/shared/matching';
import { ChildrenRepository, type ChildView } from '../../children/index.js';
import { VolunteersRepository, type VolunteerView } from '../../people/index.js';
import type { Rows } from '../../platform/access/index.js';
import { Database } from '../../platform/database/index.js';
import type { Question } from './answer-desk.js';
import { MatchEngine } from './match-engine.js';
import type { MatchProposal, MatchRun } from './match-run.entity.js';
import { stateOf } from './run-state.js';
import { RunDocuments } from './run-documents.js';

export interface UnmatchedView {
  readonly child: ChildView;
  readonly reasons: readonly ReasonCount[];
}
export interface RuledOutView {
  readonly volunteer: VolunteerView;
  readonly rejections: readonly RejectionCode[];
}

export interface ComparisonView {
  readonly kept: number;
  readonly moved: number;
  /** In points of the new table. */
  readonly gain: number;
  readonly moves: readonly {
    readonly child: ChildView;
    readonly before?: VolunteerView | undefined;
    readonly after?: VolunteerView | undefined;
  }[];
}

/** Explanations worked out from what a run has stored, exactly as the engine saw it then. */
@Injectable()
export class RunReports {
  constructor(
    private readonly database: Database,
    private readonly documents: RunDocuments,
    private readonly engine: MatchEngine,
    private readonly children: ChildrenRepository,
    private readonly volunteers: VolunteersRepository,
  ) {}

  /** Children among these rows who were waiting and for whom nobody was proposed, with every reason counted. */
  async unmatched(run: MatchRun, within: Rows, count: number): Promise<{ total: number; first: UnmatchedView[] }> {
    if (stateOf(run) !== 'DONE') return { total: 0, first: [] };
    const sql = 'SELECT childId FROM match_proposal WHERE runId = ?';
    const told = new Set((await this.database.read<{ childId: string }>(sql, [run.id])).map((row) => row.childId));
    const left = (await this.#ask(run.id, { kind: 'left' })).filter((id) => !told.has(id));
    const mine = left.length === 0 ? new Set<string>() : await this.children.idsWithin(within);
    const visible = left.filter((id) => mine.has(id));
    const shown = visible.slice(0, count);
    const children = await this.children.byIds(within, shown);
    const reasons = shown.length === 0 ? [] : await this.#ask(run.id, { kind: 'unmatched', childIds: shown });
    const first = reasons.flatMap((one) => {
      const child = children.get(one.childId);
      return child ? [{ child, reasons: one.reasons }] : [];
    });
    return { total: visible.length, first };
  }

  /** Whom among these rows a rule keeps from the child although they are ready, the fewest reasons first. */
  async ruledOut(proposal: MatchProposal, count: number, within: Rows): Promise<RuledOutView[]> {
    const { runId, childId } = proposal;
    const found = await this.#ask(runId, { kind: 'ruledOut', childId, count });
    const volunteers = await this.volunteers.byIds(
      within,
      found.map((one) => one.volunteerId),
    );
    return found.flatMap(({ volunteerId, rejections }) => {
      const volunteer = volunteers.get(volunteerId);
      return volunteer ? [{ volunteer, rejections }] : [];
    });
  }

  /** What so many more places of supervisors would do, found by solving again; nobody is named. */
  async extraPlaces(run: MatchRun, places: number): Promise<ExtraPlaces | undefined> {
    return stateOf(run) === 'DONE' ? this.#ask(run.id, { kind: 'extraPlaces', places }) : undefined;
  }

  /** How another table of weights would move what this run proposed; nothing is stored. */
  async underWeights(run: MatchRun, weights: MatchWeights, within: Rows): Promise<ComparisonView> {
    const { kept, moved, objectiveBefore, objectiveAfter } = await this.#ask(run.id, { kind: 'compare', weights });
    const children = await this.children.byIds(
      within,
      moved.map((one) => one.childId),
    );
    const named = moved.flatMap(({ before, after }) => [before, after]).filter((id) => id !== undefined);
    const volunteers = await this.volunteers.byIds(within, named);
    const view = (id: string | undefined) => (id === undefined ? undefined : volunteers.get(id));
    return {
      kept,
      moved: moved.length,
      gain: objectiveAfter - objectiveBefore,
      moves: moved.flatMap(({ childId, before, after }) => {
        const child = children.get(childId);
        return child ? [{ child, before: view(before), after: view(after) }] : [];
      }),
    };
  }

  #ask<Kind extends Question['kind']>(runId: string, question: Extract<Question, { kind: Kind }>) {
    return this.engine.ask(runId, question, () => this.documents.readPacked(runId, 'INPUT'));
  }
}
