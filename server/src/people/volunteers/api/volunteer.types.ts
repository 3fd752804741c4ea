import { Field, HideField, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Connection, LocalDateType, make, ReadRecorded, toGlobalId } from '../../../platform/graphql/index.js';
import { GenderEnum } from '../../api/viewer.types.js';
import type { Standing } from '../volunteers.js';
import type { VolunteerView } from '../volunteers.repository.js';
import { VolunteerReasonInput } from './volunteer-reason.input.js';
import { Graded } from '../../../platform/access/index.js';

const StandingEnum: Record<Standing, Standing> = {
  READY: 'READY',
  RENEWAL_DUE: 'RENEWAL_DUE',
  NOT_READY: 'NOT_READY',
  STOPPED: 'STOPPED',
};
registerEnumType(StandingEnum, { name: 'VolunteerStanding', description: 'Eligibility in one word.' });

@ObjectType('WeeklyTime', { description: 'A span of free time that comes again every week.' })
@Graded('G0')
export class WeeklyTimeType {
  @Field(() => Int, { description: '1 is Monday, 7 Sunday.' }) weekday: number;
  @Field(() => Int, { description: 'Minutes since midnight.' }) startMinute: number;
  @Field(() => Int, { description: 'Minutes since midnight; the span ends before.' }) endMinute: number;
}

@ObjectType('Volunteer', { description: 'A volunteer as the case team sees them.' })
@Graded('volunteer', 'G2')
export class VolunteerType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field({ description: 'Full name.' }) name: string;
  @Field(() => String, { nullable: true, description: 'Phone number.' }) @ReadRecorded() phone: string | null;
  @Field(() => GenderEnum, { nullable: true, description: 'As stated.' }) gender: 'FEMALE' | 'MALE' | null;
  @Field(() => LocalDateType, { nullable: true, description: 'Day of birth.' }) birthDate: string | null;
  @Field(() => [String], { description: 'Language codes.' }) languages: string[];
  @Field(() => [String], { description: 'Skill codes.' }) skills: string[];
  @Field(() => [WeeklyTimeType], { description: 'When the volunteer is free.' }) freeTimes: WeeklyTimeType[];
  @Field(() => Int, { description: 'Children that the volunteer is willing to accompany.' }) places: number;
  @Field(() => String, { nullable: true, description: 'Code of the area the volunteer lives in.' })
  areaCode: string | null;
  @Field(() => Int, { nullable: true, description: 'As far as they travel, in metres; null: the agency’s setting.' })
  travelMetres: number | null;
  @Field(() => Int, { description: 'To be passed back with a change of what they bring along.' }) version: number;
  @Field(() => ID, { description: 'Opaque id of the person, for what is decided about the person.' }) personId: string;
  @Field({ description: 'Whether nothing is kept of the person any more; the name is then a dash.' }) erased: boolean;
  @HideField() view: VolunteerView;
}

export const VolunteerConnection = Connection(() => VolunteerType, 'Volunteer');

@InputType()
export class VolunteerFilter {
  @Field(() => StandingEnum, { nullable: true, description: 'Only those who stand so on the service date.' })
  standing?: Standing | null;
  @Field(() => VolunteerReasonInput, {
    nullable: true,
    description: 'Only those with this reason on the service date.',
  })
  reason?: VolunteerReasonInput | null;
  @Field(() => String, { nullable: true, description: 'Part of the name.' }) name?: string | null;
  @Field(() => LocalDateType, { nullable: true, description: 'Day of service; today where it is missing.' })
  serviceDate?: string | null;
}

export function toVolunteer(view: VolunteerView): VolunteerType {
  return make(VolunteerType, {
    id: toGlobalId('Volunteer', view.id),
    name: view.person.name,
    phone: view.person.phone ?? null,
    gender: view.person.gender ?? null,
    birthDate: view.person.birthDate ?? null,
    languages: [...view.languages],
    skills: [...view.skills],
    freeTimes: [...view.freeTimes],
    places: view.places,
    areaCode: view.areaCode ?? null,
    travelMetres: view.travelMetres ?? null,
    version: view.version,
    personId: toGlobalId('Person', view.person.id),
    erased: view.person.erased,
    view,
  });
}
