import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Agencies } from '../../../people/index.js';
import { Allow, type PersonActor } from '../../../platform/access/index.js';
import { fromGlobalId, toCommonPayload } from '../../../platform/graphql/index.js';
import { evidenceParts } from '../evidence-paper.js';
import { Evidences } from '../evidences.js';
import {
  ComplianceEvidenceType,
  EvidencePartType,
  MakeEvidenceInput,
  MakeEvidenceResult,
  toEvidence,
  toPart,
} from './evidence.types.js';

@Resolver()
export class EvidenceResolver {
  constructor(
    private readonly evidences: Evidences,
    private readonly agencies: Agencies,
  ) {}

  @Query(() => [ComplianceEvidenceType], {
    description: 'The yearly compliance evidence, the newest first; 100 at most.',
  })
  @Allow('evidence.read')
  async complianceEvidence(@Context('actor') { agencyId }: PersonActor): Promise<ComplianceEvidenceType[]> {
    return (await this.evidences.list(agencyId)).map(toEvidence);
  }

  @Query(() => [EvidencePartType], {
    nullable: true,
    description: 'What stands in one of them; null where there is none.',
  })
  @Allow('evidence.read')
  async evidenceParts(
    @Context('actor') { agencyId }: PersonActor,
    @Args('evidenceId', { type: () => ID, description: 'Which.' }) evidenceId: string,
    @Args('english', { description: 'In English; in Chinese otherwise.' }) english: boolean,
  ): Promise<EvidencePartType[] | null> {
    const found = await this.evidences.find(agencyId, fromGlobalId('ComplianceEvidence', evidenceId) ?? '');
    if (!found) return null;
    const zone = await this.agencies.timeZone(agencyId);
    return evidenceParts(found, { zone, language: english ? 'en' : 'zh-CN' }).map(toPart);
  }

  @Mutation(() => MakeEvidenceResult, {
    description: 'Counts a year out of the audit chain and keeps what was counted.',
  })
  @Allow('evidence.make')
  async makeComplianceEvidence(
    @Args('input') input: MakeEvidenceInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof MakeEvidenceResult> {
    const outcome = await this.evidences.make(actor, input);
    return outcome.ok ? toEvidence(outcome.value) : toCommonPayload(outcome.error);
  }
}
