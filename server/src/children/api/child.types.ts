import { Field, HideField, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { GenderEnum, WeeklyTimeType } from '../../people/index.js';
import { LocalDateType, make, toGlobalId } from '../../platform/graphql/index.js';
import type { ChildView } from '../children.repository.js';
import { Graded, OfGrade } from '../../platform/access/index.js';

@ObjectType('Child', { description: 'A child as the case team sees them; outside of it there is only a pseudonym.' })
@Graded('child', 'G4')
export class ChildType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field({ description: 'Full name; for the case team only.' }) name: string;
  @Field({ description: 'The only name outside the case team (H11).' }) @OfGrade('G3') pseudonym: string;
  @Field(() => GenderEnum, { description: 'As the guardian states it.' }) gender: 'FEMALE' | 'MALE';
  @Field(() => LocalDateType, { nullable: true, description: 'Day of birth.' }) birthDate: string | null;
  @Field(() => [String], { description: 'Language codes.' }) @OfGrade('G3') languages: string[];
  @Field(() => [String], { description: 'Domains of need, as codes.' }) @OfGrade('G5') needs: string[];
  @Field(() => Int, { description: '1 (least pressing) to 5.' }) @OfGrade('G5') priority: number;
  @Field(() => LocalDateType, { nullable: true, description: 'Since when the child waits for a companion.' })
  @OfGrade('G3')
  waitingSince: string | null;
  @Field(() => [WeeklyTimeType], { description: 'When the child is free.' }) @OfGrade('G3') freeTimes: WeeklyTimeType[];
  @Field(() => ID, { description: 'Opaque id of the person, for what is decided about the person.' })
  @OfGrade('G3')
  personId: string;
  @HideField() view: ChildView;
}

@InputType()
export class ChildFilter {
  @Field(() => Boolean, { nullable: true, description: 'Only children without a companion, or only those with one.' })
  waiting?: boolean | null;
  @Field(() => String, { nullable: true, description: 'Part of the name or the pseudonym.' }) name?: string | null;
}

export function toChild(view: ChildView): ChildType {
  return make(ChildType, {
    id: toGlobalId('Child', view.id),
    name: view.person.name,
    pseudonym: view.pseudonym,
    gender: view.person.gender ?? 'FEMALE',
    birthDate: view.person.birthDate ?? null,
    languages: [...view.languages],
    needs: [...view.needs],
    priority: view.priority,
    waitingSince: view.waitingSince ?? null,
    freeTimes: [...view.freeTimes],
    personId: toGlobalId('Person', view.person.id),
    view,
  });
}
