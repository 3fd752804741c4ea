import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Graded } from '../../../platform/access/index.js';
import {
  InvalidInput,
  LocalDateType,
  make,
  NotFound,
  StaleVersion,
  toGlobalId,
} from '../../../platform/graphql/index.js';
import type { AreasView } from '../service-areas.js';

@ObjectType('ServiceArea', { description: 'A part of town that the agency serves, on the agency’s own plane.' })
@Graded('setting', 'G1')
export class ServiceAreaType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field({ description: 'As rosters write it.' }) code: string;
  @Field({ description: 'Name in Chinese.' }) name: string;
  @Field({ description: 'Name in English; may be empty.' }) nameEn: string;
  @Field(() => Int, { description: 'Metres to the east of the agency’s own point.' }) x: number;
  @Field(() => Int, { description: 'Metres to the north of it.' }) y: number;
  @Field(() => LocalDateType, { nullable: true, description: 'Last day on which it was served; null: it is.' })
  closedOn: string | null;
  @Field(() => Int, { description: 'Changes with each change.' }) version: number;
  @Field(() => Int, { description: 'Volunteers and children who live there.' }) people: number;
}

@ObjectType('UnmappedArea', { description: 'A code that people have, and the table of areas has not.' })
@Graded('setting', 'G1')
export class UnmappedAreaType {
  @Field({ description: 'As it stands with the people.' }) code: string;
  @Field(() => Int, { description: 'How many people have it.' }) people: number;
}

@ObjectType('ServiceAreas', { description: 'The agency’s own table of areas.' })
@Graded('setting', 'G1')
export class ServiceAreasType {
  @Field(() => [ServiceAreaType], { description: 'By code.' }) areas: ServiceAreaType[];
  @Field(() => [UnmappedAreaType], { description: 'Codes without a place: no distance is known for these people.' })
  unmapped: UnmappedAreaType[];
}

@InputType()
export class AddServiceAreaInput {
  @Field({ description: 'As rosters write it, at most 20 characters; never changed later.' }) code: string;
  @Field({ description: 'Name in Chinese, at most 60 characters.' }) name: string;
  @Field({ description: 'Name in English; may be empty.' }) nameEn: string;
  @Field(() => Int, { description: 'Metres to the east.' }) x: number;
  @Field(() => Int, { description: 'Metres to the north.' }) y: number;
}

@InputType()
export class ChangeServiceAreaInput {
  @Field(() => ID, { description: 'Which area.' }) serviceAreaId: string;
  @Field({ description: 'Name in Chinese, at most 60 characters.' }) name: string;
  @Field({ description: 'Name in English; may be empty.' }) nameEn: string;
  @Field(() => Int, { description: 'Metres to the east.' }) x: number;
  @Field(() => Int, { description: 'Metres to the north.' }) y: number;
  @Field(() => Int, { description: 'As it was loaded.' }) version: number;
}

@InputType()
export class CloseServiceAreaInput {
  @Field(() => ID, { description: 'Which area.' }) serviceAreaId: string;
  @Field(() => Int, { description: 'As it was loaded.' }) version: number;
}

export const SaveServiceAreaResult = createUnionType({
  name: 'SaveServiceAreaResult',
  types: () => [ServiceAreasType, InvalidInput, NotFound, StaleVersion] as const,
});

export const toAreas = ({ areas, unmapped }: AreasView): ServiceAreasType =>
  make(ServiceAreasType, {
    areas: areas.map((area) =>
      make(ServiceAreaType, { ...area, id: toGlobalId('ServiceArea', area.id), closedOn: area.closedOn ?? null }),
    ),
    unmapped: unmapped.map((one) => make(UnmappedAreaType, { ...one })),
  });
