import { Injectable } from '@nestjs/common';
import { readCanonical, type ReasonCount, type ScorePart } from '@tongxing/shared/matching';
import { ChildrenRepository, type ChildView } from '../../children/index.js';
import { VolunteersRepository, type VolunteerView } from '../../people/index.js';
import type { Rows } from '../../platform/access/index.js';
import { Database } from '../../platform/database/index.js';
import { MatchEngine } from './match-engine.js';
import { MatchProposal, type MatchRun } from './match-run.entity.js';
import { RunDocuments } from './run-documents.js';

export interface UnmatchedView {
  readonly child: ChildView;
  readonly reasons: readonly ReasonCount[];
}
export interface AlternativeView {
  readonly volunteer: VolunteerView;
  readonly score: number;
  readonly loss: number;
  readonly parts: readonly ScorePart[];
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
  async unmatched(run: MatchRun, within: Rows): Promise<UnmatchedView[]> {
    const canonical = await this.documents.read(run.id, 'INPUT');
    const { snapshot } = readCanonical(canonical);
    const proposals = await this.database
      .repository(MatchProposal)
      .find({ select: { id: true, childId: true }, where: { runId: run.id } });
    const told = new Set([...proposals.map((row) => row.childId), ...snapshot.locks.map((lock) => lock.childId)]);
    const childIds = snapshot.children.map((child) => child.id).filter((id) => !told.has(id));
    const children = await this.children.byIds(within, childIds);
    const visible = childIds.filter((id) => children.has(id));
    const reasons = await this.engine.ask({ kind: 'unmatched', canonical, childIds: visible });
    return reasons.flatMap((one) => {
      const child = children.get(one.childId);
      return child ? [{ child, reasons: one.reasons }] : [];
    });
  }

  /** Who else among these rows could accompany the child, and what each choice would cost the whole. */
  async alternatives(proposal: MatchProposal, count: number, within: Rows): Promise<AlternativeView[]> {
    const canonical = await this.documents.read(proposal.runId, 'INPUT');
    const found = await this.engine.ask({ kind: 'alternatives', canonical, childId: proposal.childId, count });
    const ids = found.map((one) => one.volunteerId);
    const volunteers = await this.volunteers.byIds(within, ids);
    return found.flatMap(({ volunteerId, score, loss, parts }) => {
      const volunteer = volunteers.get(volunteerId);
      return volunteer ? [{ volunteer, score, loss, parts }] : [];
    });
  }
}
