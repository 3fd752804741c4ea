import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { PersonId, Result } from '@tongxing/shared/kernel';
import { Allow, type PersonActor } from '../../../platform/access/index.js';
import { fromGlobalId, make, toCommonPayload, type GraphqlContext } from '../../../platform/graphql/index.js';
import { FactRefused } from '../../volunteers/api/volunteer-history.types.js';
import { VolunteerLoaders } from '../../volunteers/api/volunteer.loaders.js';
import type { FactError } from '../../volunteers/facts/volunteer-facts.js';
import { ChecksDue } from '../checks-due.js';
import { KeptChecks } from '../kept-checks.js';
import { ServiceChecks } from '../service-checks.js';
import {
  GiveCheckPaperBackInput,
  PaperStillHereType,
  ChecksDueType,
  OwnServiceCheckType,
  RecordServiceCheckInput,
  RecordServiceCheckResult,
  ServiceChecksResult,
  ServiceChecksType,
  ServiceCheckType,
  TakeBackCheckInput,
  toChecksDue,
  toServiceChecks,
} from './checks.types.js';

@Resolver()
export class ChecksDueResolver {
  constructor(
    private readonly due: ChecksDue,
    private readonly checks: ServiceChecks,
    private readonly kept: KeptChecks,
  ) {}

  @Query(() => ChecksDueType, { description: 'Volunteers and colleagues whose record check is due (H8).' })
  @Allow('screening.record')
  async checksDue(@Context('actor') actor: PersonActor): Promise<ChecksDueType> {
    return toChecksDue(await this.due.of(actor), await this.kept.papersHere(actor));
  }

  @Query(() => ServiceChecksType, {
    nullable: true,
    description: 'Record checks of a volunteer or colleague at work, those taken back too; null for anybody else.',
  })
  @Allow('screening.record')
  async serviceChecks(
    @Args('personId', { type: () => ID, description: 'Whose.' }) personId: string,
    @Context('actor') actor: PersonActor,
  ): Promise<ServiceChecksType | null> {
    const checks = await this.kept.ofPerson(actor, fromGlobalId('Person', personId) ?? '');
    return checks === undefined ? null : toServiceChecks(checks);
  }

  @Query(() => OwnServiceCheckType, {
    nullable: true,
    description: 'How one’s own record check stands, for colleagues; volunteers have it with their readiness.',
  })
  @Allow('account.own')
  async myServiceCheck(@Context('actor') actor: PersonActor): Promise<OwnServiceCheckType | null> {
    const finding = await this.due.own(actor);
    return finding ? make(OwnServiceCheckType, { outcome: finding.outcome, until: finding.until ?? null }) : null;
  }

  @Mutation(() => RecordServiceCheckResult, { description: 'Writes the answer of a query of records down (H8).' })
  @Allow('screening.record')
  async recordServiceCheck(
    @Args('input') { personId, ...check }: RecordServiceCheckInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof RecordServiceCheckResult> {
    const outcome = await this.checks.record(actor, { ...check, personId: fromGlobalId('Person', personId) ?? '' });
    return outcome.ok ? this.checksDue(actor) : toRefusal(outcome.error);
  }

  @Mutation(() => ServiceChecksResult, { description: 'Says that the paper of a check is back with its owner (H8).' })
  @Allow('screening.record')
  async giveCheckPaperBack(
    @Args('input') { recordCheckId }: GiveCheckPaperBackInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof ServiceChecksResult> {
    return this.#answer(actor, await this.kept.giveBack(actor, fromGlobalId('RecordCheck', recordCheckId) ?? ''));
  }

  @Mutation(() => ServiceChecksResult, {
    description: 'Says that a check of a volunteer or colleague was a mistake; it stays, and counts no longer.',
  })
  @Allow('screening.record')
  async takeBackCheck(
    @Args('input') { recordCheckId, reason }: TakeBackCheckInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof ServiceChecksResult> {
    const id = fromGlobalId('RecordCheck', recordCheckId) ?? '';
    return this.#answer(actor, await this.kept.takeBack(actor, id, reason));
  }

  async #answer(actor: PersonActor, outcome: Result<PersonId, FactError>): Promise<typeof ServiceChecksResult> {
    if (!outcome.ok) return toRefusal(outcome.error);
    return toServiceChecks((await this.kept.ofPerson(actor, outcome.value)) ?? []);
  }
}

@Resolver(() => ServiceCheckType)
export class ServiceCheckResolver {
  constructor(private readonly loaders: VolunteerLoaders) {}

  @ResolveField(() => String, { nullable: true, description: 'Who wrote it down; null for what an import brought.' })
  recordedBy(@Parent() check: ServiceCheckType, @Context() context: GraphqlContext): Promise<string | null> {
    return this.loaders.personName(context, check.recordedById);
  }

  @ResolveField(() => String, { nullable: true, description: 'Who gave its paper back.' })
  paperGivenBackBy(@Parent() check: ServiceCheckType, @Context() context: GraphqlContext): Promise<string | null> {
    return this.loaders.personName(context, check.paperGivenBackById);
  }
}

@Resolver(() => PaperStillHereType)
export class PaperStillHereResolver {
  constructor(private readonly loaders: VolunteerLoaders) {}

  @ResolveField(() => String, { nullable: true, description: 'Who wrote the check down.' })
  recordedBy(@Parent() paper: PaperStillHereType, @Context() context: GraphqlContext): Promise<string | null> {
    return this.loaders.personName(context, paper.recordedById);
  }
}

const toRefusal = (error: FactError) =>
  error.code === 'FACT_REFUSED'
    ? make(FactRefused, { ...error, message: 'Somebody else has to say so, or it was said already.' })
    : toCommonPayload(error);
