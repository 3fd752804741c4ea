import {
  Args,
  Context,
  createUnionType,
  Field,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
} from '@nestjs/graphql';
import { Allow, type PersonActor, Graded } from '../../platform/access/index.js';
import { InvalidInput, make, NotFound, StaleVersion, toCommonPayload } from '../../platform/graphql/index.js';
import { AgencySettings, type SettingView } from '../agencies/agency-settings.js';

const SettingKindEnum = { INTEGER: 'INTEGER', BOOLEAN: 'BOOLEAN' } as const;
registerEnumType(SettingKindEnum, { name: 'SettingKind', description: 'What kind of value a setting holds.' });

@ObjectType('AgencySetting', { description: 'A number or switch that the rules leave to the agency.' })
@Graded('setting', 'G1')
class AgencySettingType {
  @Field({ description: 'Stable name.' }) key: string;
  @Field(() => SettingKindEnum, { description: 'Whole number or switch.' }) kind: 'INTEGER' | 'BOOLEAN';
  @Field({ description: 'Value in force, as text.' }) value: string;
  @Field({ description: 'Value where the agency chose none.' }) defaultValue: string;
  @Field(() => Int, { nullable: true, description: 'Least value, of whole numbers.' }) minimum: number | null;
  @Field(() => Int, { nullable: true, description: 'Greatest value, of whole numbers.' }) maximum: number | null;
  @Field(() => String, { nullable: true, description: 'DAYS, YEARS, MINUTES, METRES, PLACES or TIMES.' }) unit:
    string | null;
  @Field({ description: 'Rule or practice that leaves this to the agency.' }) rule: string;
  @Field(() => Int, { description: 'To be passed back with a change; 0 while the default stands.' }) version: number;
}

const ChangeSettingResult = createUnionType({
  name: 'ChangeSettingResult',
  types: () => [AgencySettingType, InvalidInput, StaleVersion, NotFound] as const,
});

@InputType()
class ChangeSettingInput {
  @Field({ description: 'Which setting.' }) key: string;
  @Field({ description: 'New value as text.' }) value: string;
  @Field(() => Int, { description: 'The version that the change is based on.' }) version: number;
}

@Resolver()
export class SettingsResolver {
  constructor(private readonly settings: AgencySettings) {}

  @Query(() => [AgencySettingType], { description: 'All settings of the agency with the values in force.' })
  @Allow('setting.read')
  async agencySettings(@Context('actor') actor: PersonActor): Promise<AgencySettingType[]> {
    return (await this.settings.list(actor.agencyId)).map(toSetting);
  }

  @Mutation(() => ChangeSettingResult, { description: 'Changes one setting; the audit keeps old and new value.' })
  @Allow('setting.change')
  async changeSetting(
    @Args('input') input: ChangeSettingInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof ChangeSettingResult> {
    const outcome = await this.settings.change(actor, input.key, input.value, input.version);
    return outcome.ok ? toSetting(outcome.value) : toCommonPayload(outcome.error);
  }
}

function toSetting({ definition, value, version }: SettingView): AgencySettingType {
  const whole = definition.kind === 'INTEGER' ? definition : undefined;
  return make(AgencySettingType, {
    key: definition.key,
    kind: definition.kind,
    value,
    defaultValue: String(definition.default),
    minimum: whole?.min ?? null,
    maximum: whole?.max ?? null,
    unit: whole?.unit ?? null,
    rule: definition.rule,
    version,
  });
}
