import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Graded, OfGrade } from '../../../platform/access/index.js';
import { make, toGlobalId } from '../../../platform/graphql/index.js';
import type { NameMatch } from '../domain/match-name.js';
import { NAME_KINDS, type PersonKind } from '../name-kinds.js';
import type { FoundPerson } from '../name-search.js';
import type { PeopleFound } from '../people-search.js';

export const PersonKindEnum: Record<PersonKind, PersonKind> = { CHILD: 'CHILD', VOLUNTEER: 'VOLUNTEER' };
registerEnumType(PersonKindEnum, { name: 'PersonKind', description: 'As what somebody was found.' });

@ObjectType('NameMatch', { description: 'The part of a name that was meant, to be shown as such.' })
@Graded('G0')
export class NameMatchType {
  @Field(() => Int, { description: 'Where it begins, in UTF-16 units.' }) from: number;
  @Field(() => Int, { description: 'Where it ends, the end itself left out.' }) to: number;
}

@ObjectType('PersonMatch', {
  description: 'Somebody found by name; for those who may know both the name and the kind.',
})
@Graded('person', 'G4')
export class PersonMatchType {
  @Field(() => PersonKindEnum, { description: 'As what: opens the child’s or the volunteer’s page.' })
  kind: PersonKind;
  @Field(() => ID, { description: 'Opaque id of the child or the volunteer.' }) @OfGrade('G1') id: string;
  @Field({ description: 'Full name.' }) name: string;
  @Field(() => NameMatchType, { description: 'The part of the name that was meant.' }) match: NameMatchType;
}

@ObjectType('PeopleFound', { description: 'Who was found by name, the best matches first.' })
@Graded('person', 'G4')
export class PeopleFoundType {
  @Field(() => [PersonMatchType], { description: 'At most 50.' }) people: PersonMatchType[];
  @Field({ description: 'Whether there are others: a letter more finds them.' }) @OfGrade('G1') more: boolean;
}

export const toNameMatch = ({ from, to }: NameMatch): NameMatchType => make(NameMatchType, { from, to });

/** The argument of every `nameMatch` field. */
export const QUERY_OF_MATCH = 'What the list was asked for.';

export function toPeopleFound({ people, more }: PeopleFound): PeopleFoundType {
  return make(PeopleFoundType, { people: people.map(toPersonMatch), more });
}

function toPersonMatch({ kind, id, name, match }: FoundPerson): PersonMatchType {
  const globalId = toGlobalId(NAME_KINDS[kind].type, id);
  return make(PersonMatchType, { kind, id: globalId, name, match: toNameMatch(match) });
}
