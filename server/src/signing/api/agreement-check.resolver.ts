import { Args, Context, createUnionType, Field, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { toTooMany, TooManyAttempts } from '../../people/index.js';
import { Graded, Public } from '../../platform/access/index.js';
import { make, type GraphqlContext } from '../../platform/graphql/index.js';
import { AgreementPapers } from '../agreement-papers.js';

@ObjectType('AgreementCheck', { description: 'The one thing that a paper’s number and code tell.' })
@Graded('G0')
export class AgreementCheckType {
  @Field({ description: 'Whether the agreement holds today.' }) holds: boolean;
}
export const AgreementCheckResult = createUnionType({
  name: 'AgreementCheckResult',
  types: () => [AgreementCheckType, TooManyAttempts] as const,
});

@Resolver()
export class AgreementCheckResolver {
  constructor(private readonly papers: AgreementPapers) {}

  @Query(() => AgreementCheckResult, {
    description: 'Whether the agreement on a paper holds. A number that never was answers as one that no longer does.',
  })
  @Public()
  async agreementCheck(
    @Args('number', { description: 'On the paper, however it is typed.' }) number: string,
    @Args('code', { description: 'Beside it.' }) code: string,
    @Context() { address }: GraphqlContext,
  ): Promise<typeof AgreementCheckResult> {
    const outcome = await this.papers.holds({ number, code }, address);
    return outcome.ok ? make(AgreementCheckType, { holds: outcome.value }) : toTooMany(outcome.error);
  }
}
