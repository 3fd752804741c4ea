// What turns out later: which child a concern is about that named none, and that it is about a colleague.
import { Injectable } from '@nestjs/common';
import { err, ok, type PersonId, type Result } from '@tongxing/shared/kernel';
import { ChildrenRepository } from '../../children/index.js';
import { rowsFor, type PersonActor } from '../../platform/access/index.js';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import type { FieldProblem, InvalidInputError, NotFoundError, TransitionError } from '../../platform/graphql/index.js';
import { CaseTeam } from '../case-team.js';
import { ConcernReaches } from '../concern-reaches.js';
import { ConcernsRepository } from '../concerns.repository.js';
import { ConcernTiesRepository } from './concern-ties.repository.js';

export interface LinkInput {
  readonly concernId: string;
  readonly childId: string;
  readonly reason: string;
  readonly requestId: string;
}
export type TieError = NotFoundError | InvalidInputError | TransitionError;

const SHORTEST_REASON = 5;
const LONGEST_REASON = 500;
const LONGEST_REQUEST_ID = 64;
const MISSING = { code: 'NOT_FOUND' as const };

@Injectable()
export class ConcernTies {
  constructor(
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly team: CaseTeam,
    private readonly children: ChildrenRepository,
    private readonly reaches: ConcernReaches,
    private readonly concerns: ConcernsRepository,
    private readonly repository: ConcernTiesRepository,
  ) {}

  /** Says which child it is about, with how one knows; of a concern that named a child it cannot be said. */
  async link(
    actor: PersonActor,
    { concernId, childId, reason, requestId }: LinkInput,
  ): Promise<Result<true, TieError>> {
    const reach = await this.reaches.of(actor);
    return this.work.run(actor, async (): Promise<Result<true, TieError>> => {
      const concern = await this.concerns.lock(reach, concernId);
      if (!concern) return err(MISSING);
      if (await this.repository.isKnown(actor.agencyId, requestId)) return ok(true);
      const fields = linkProblems(reason, requestId);
      if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
      const child = (await this.children.byIds(rowsFor(actor, 'concern.handle'), [childId])).get(childId);
      if (!child) return err(MISSING);
      if (concern.raisedChildId !== undefined || concern.state === 'CLOSED') {
        return err({ code: 'TRANSITION_REFUSED', from: concern.state, to: 'LINKED' });
      }
      if (concern.childId === child.id) return ok(true);
      const link = { childId: child.id, reason: reason.trim(), by: actor.personId, requestId };
      await this.repository.link(concern, link);
      const facts = { child: child.id, instead: concern.childId ?? null };
      this.trail.record({ action: 'concern.linked', subjectType: 'Concern', subjectId: concern.id, facts });
      return ok(true);
    });
  }

  /** Names a colleague whom it is about: from this moment they neither find it nor hear of it. Nothing takes it back. */
  async nameColleague(
    actor: PersonActor,
    { concernId, personId }: { readonly concernId: string; readonly personId: PersonId },
  ): Promise<Result<true, TieError>> {
    const reach = await this.reaches.of(actor);
    return this.work.run(actor, async (): Promise<Result<true, TieError>> => {
      const concern = await this.concerns.lock(reach, concernId);
      if (!concern) return err(MISSING);
      if (!(await this.team.includes(actor.agencyId, personId))) {
        return err({ code: 'INVALID_INPUT', fields: [{ field: 'personId', code: 'NOT_OF_THE_TEAM' }] });
      }
      if (await this.repository.name(concern, personId, actor.personId)) {
        // Not whom: that colleague may be one of those who read the audit.
        this.trail.record({ action: 'concern.colleagueNamed', subjectType: 'Concern', subjectId: concern.id });
      }
      return ok(true);
    });
  }
}

function linkProblems(reason: string, requestId: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const { length } = [...reason.trim()];
  if (length < SHORTEST_REASON) problems.push({ field: 'reason', code: 'TOO_SHORT' });
  if (length > LONGEST_REASON) problems.push({ field: 'reason', code: 'TOO_LONG' });
  if (requestId === '' || requestId.length > LONGEST_REQUEST_ID) {
    problems.push({ field: 'requestId', code: 'REQUEST_ID_LENGTH' });
  }
  return problems;
}
