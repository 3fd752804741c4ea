import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { PersonId } from '@tongxing/shared/kernel';
import { Allow, type PersonActor } from '../../platform/access/index.js';
import { fromGlobalId, make, toCommonPayload, toGlobalId } from '../../platform/graphql/index.js';
import { CaseTeam } from '../case-team.js';
import { ConcernNames } from '../concern-names.js';
import { ConcernSteps, type ConcernFile } from '../steps/concern-steps.js';
import {
  CaseTeamMemberType,
  ConcernFileType,
  toBlocked,
  toConcernFile,
  WriteConcernStepInput,
  WriteConcernStepResult,
} from './concern-file.types.js';

@Resolver()
export class ConcernFileResolver {
  constructor(
    private readonly steps: ConcernSteps,
    private readonly team: CaseTeam,
    private readonly names: ConcernNames,
  ) {}

  @Query(() => ConcernFileType, { nullable: true, description: 'A concern and its steps; null where there is none.' })
  @Allow('concern.read')
  async concernFile(
    @Args('concernId', { type: () => ID, description: 'Which concern.' }) concernId: string,
    @Context('actor') actor: PersonActor,
  ): Promise<ConcernFileType | null> {
    const file = await this.steps.file(actor, fromGlobalId('Concern', concernId) ?? '');
    return file ? this.#toFile(actor, file) : null;
  }

  @Query(() => [CaseTeamMemberType], { description: 'Who can be given a task, or be on duty.' })
  @Allow('concern.handle')
  async caseTeam(@Context('actor') { agencyId }: PersonActor): Promise<CaseTeamMemberType[]> {
    const team = await this.team.all(agencyId);
    return team.map(({ personId, name }) =>
      make(CaseTeamMemberType, { personId: toGlobalId('Person', personId), name }),
    );
  }

  @Mutation(() => WriteConcernStepResult, { description: 'Writes down what was done about a concern (SM12).' })
  @Allow('concern.handle')
  async writeConcernStep(
    @Args('input') { concernId, freezeCards, ...input }: WriteConcernStepInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof WriteConcernStepResult> {
    const step = {
      ...{ kind: input.kind, requestId: input.requestId },
      words: input.words?.trim() === '' ? undefined : input.words?.trim(),
      reference: input.reference?.trim() === '' ? undefined : input.reference?.trim(),
      category: input.category ?? undefined,
      authority: input.authority ?? undefined,
      dueAt: input.dueAt ?? undefined,
      happenedAt: input.happenedAt ?? undefined,
      // An id that is nobody's stays one that is nobody's: the step is refused, not written without it.
      assigneeId:
        input.assigneeId == null ? undefined : ((fromGlobalId('Person', input.assigneeId) ?? '-') as PersonId),
      taskId: input.taskId == null ? undefined : (fromGlobalId('ConcernStep', input.taskId) ?? '-'),
    };
    const id = fromGlobalId('Concern', concernId) ?? '';
    const outcome = await this.steps.write(actor, id, step, freezeCards ?? false);
    if (outcome.ok) return this.#toFile(actor, outcome.value);
    return outcome.error.code === 'CONCERN_BLOCKED' ? toBlocked(outcome.error) : toCommonPayload(outcome.error);
  }

  async #toFile(actor: PersonActor, file: ConcernFile): Promise<ConcernFileType> {
    const people = file.steps.flatMap(({ by, assigneeId }) => [by, ...(assigneeId ? [assigneeId] : [])]);
    const tied = [...people, ...file.about, ...file.links.map(({ by }) => by)];
    const children = file.links.map(({ childId }) => childId);
    return toConcernFile(file, await this.names.of(actor, [file.concern], tied, children));
  }
}
