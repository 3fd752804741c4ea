import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { LocalDate } from '@tongxing/shared/kernel';
import { VENUE_CHECKS, type VenueCheck } from '@tongxing/shared/rules';
import { Graded } from '../../platform/access/index.js';
import { InvalidInput, LocalDateType, make, NotFound, StaleVersion, toGlobalId } from '../../platform/graphql/index.js';
import type { Venue } from '../activity.entities.js';

const VenueCheckEnum = Object.fromEntries(VENUE_CHECKS.map(({ code }) => [code, code])) as Record<
  VenueCheck,
  VenueCheck
>;
registerEnumType(VenueCheckEnum, { name: 'VenueCheck', description: 'What somebody saw in a venue.' });

@ObjectType('Venue', { description: 'Where activities happen.' })
@Graded('activity', 'G1')
export class VenueType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field({ description: 'What the agency calls it.' }) name: string;
  @Field(() => String, { nullable: true, description: 'How to find it.' }) address: string | null;
  @Field(() => Int, { description: 'People whom it holds, everybody counted.' }) people: number;
  @Field(() => [VenueCheckEnum], { description: 'What was seen there.' }) checks: VenueCheck[];
  @Field(() => LocalDateType, { nullable: true, description: 'When; null where nobody was there yet.' })
  checkedOn: string | null;
  @Field(() => Int, { description: 'Changes with each change.' }) version: number;
}

@InputType()
export class SaveVenueInput {
  @Field(() => ID, { nullable: true, description: 'Which one; left out: a new one.' }) venueId?: string | null;
  @Field(() => Int, { nullable: true, description: 'As it was loaded; left out for a new one.' })
  version?: number | null;
  @Field({ description: 'At most 60 characters; no two venues have the same.' }) name: string;
  @Field(() => String, { nullable: true, description: 'At most 120 characters.' }) address?: string | null;
  @Field(() => Int, { description: 'From 1 to 5000.' }) people: number;
  @Field(() => [VenueCheckEnum], { description: 'What was seen there.' }) checks: VenueCheck[];
  @Field(() => LocalDateType, { nullable: true, description: 'When; today at the latest.' })
  checkedOn?: LocalDate | null;
}
export const SaveVenueResult = createUnionType({
  name: 'SaveVenueResult',
  types: () => [VenueType, InvalidInput, NotFound, StaleVersion] as const,
});

export const toVenue = ({ id, name, address, people, checks, checkedOn, version }: Venue): VenueType =>
  make(VenueType, {
    ...{ name, address, people, checkedOn, version },
    id: toGlobalId('Venue', id),
    checks: VENUE_CHECKS.map(({ code }) => code).filter((code) => checks.includes(code)),
  });
