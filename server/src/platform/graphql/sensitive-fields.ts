// Which fields tell so much of somebody that their reading is remembered: a child's identity and all above it, how to
// reach somebody. The grade of a field decides; what is more than its grade says so itself.
import { Extensions } from '@nestjs/graphql';
import type { GraphQLField, GraphQLInterfaceType, GraphQLObjectType } from 'graphql';

type Composite = GraphQLObjectType | GraphQLInterfaceType;

/** On a field below the grade whose reading is remembered all the same: a volunteer's phone number. */
export const ReadRecorded = (): PropertyDecorator & MethodDecorator => Extensions({ readRecorded: true });

const BY_NAME: Readonly<Record<string, readonly string[]>> = {
  Child: ['name', 'gender', 'birthDate', 'school', 'area'],
  Consent: ['guardianName', 'relation', 'witnessName'],
  Companionship: ['plan', 'endReason'],
  ImportBatch: ['rows'],
  GuardianView: ['childName'],
};

export function isReadRecorded(type: Composite, field: GraphQLField<unknown, unknown>): boolean {
  if ((field.extensions as { readonly readRecorded?: true }).readRecorded) return true;
  return BY_NAME[type.name]?.includes(field.name) ?? false;
}
