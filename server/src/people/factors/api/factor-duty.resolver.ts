import { Context, Field, ObjectType, ResolveField, Resolver } from '@nestjs/graphql';
import { Graded } from '../../../platform/access/index.js';
import { LocalDateType, make, type GraphqlContext } from '../../../platform/graphql/index.js';
import { ViewerType } from '../../api/viewer.types.js';
import { FactorDuty } from '../factor-duty.js';

@Graded('account', 'G2')
@ObjectType('SecondFactorDuty', {
  description: 'The agency asks the viewer for a second factor, and there is none yet.',
})
class SecondFactorDutyType {
  @Field(() => LocalDateType, { description: 'From this day nothing else goes before.' }) dueOn: string;
  @Field({ description: 'True from then on: only the own account and its protection open.' }) overdue: boolean;
}

@Resolver(() => ViewerType)
export class FactorDutyResolver {
  constructor(private readonly duty: FactorDuty) {}

  @ResolveField(() => SecondFactorDutyType, {
    nullable: true,
    description: 'Null where none is asked for, or one is set.',
  })
  async secondFactorDuty(@Context() { actor }: GraphqlContext): Promise<SecondFactorDutyType | null> {
    const duty = actor?.kind === 'person' ? await this.duty.of(actor) : undefined;
    return duty ? make(SecondFactorDutyType, { ...duty }) : null;
  }
}
