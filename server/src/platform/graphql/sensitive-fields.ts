// Which fields tell so much of somebody that their reading is remembered: a child's identity and all above it, how to
// reach somebody. The grade of a field decides (ADR-0013); what is more than its grade says so itself.
import { Extensions } from '@nestjs/graphql';
import type { GraphQLField, GraphQLObjectType } from 'graphql';
import { clears } from '@tongxing/shared/permissions';
import { gradeOf } from '../access/index.js';

/** The highest grade that is read without a trace: a child behind a pseudonym. */
const UNRECORDED = 'G3';

/** On a field below the grade whose reading is remembered all the same: a volunteer's phone number. */
export const ReadRecorded = (): PropertyDecorator & MethodDecorator => Extensions({ readRecorded: true });

export function isReadRecorded(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): boolean {
  if ((field.extensions as { readonly readRecorded?: true }).readRecorded) return true;
  const declared = gradeOf(type, field);
  return declared !== undefined && !clears(UNRECORDED, declared.grade);
}
