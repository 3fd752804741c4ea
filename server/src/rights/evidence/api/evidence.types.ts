import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Graded } from '../../../platform/access/index.js';
import { InstantType, InvalidInput, make, toGlobalId } from '../../../platform/graphql/index.js';
import type { PaperPart } from '../evidence-paper.js';
import type { EvidenceView } from '../evidences.js';

@ObjectType('EvidenceRow', { description: 'One line of the evidence, as words.' })
@Graded('evidence', 'G1')
export class EvidenceRowType {
  @Field(() => [String], { description: 'The cells, under the columns.' }) cells: string[];
}

@ObjectType('EvidencePart', { description: 'One part of the evidence: a table in words.' })
@Graded('evidence', 'G1')
export class EvidencePartType {
  @Field({ description: 'What it is about.' }) heading: string;
  @Field(() => [String], { description: 'The columns.' }) columns: string[];
  @Field(() => [EvidenceRowType], { description: 'Empty where there was none.' }) rows: EvidenceRowType[];
}

@ObjectType('ComplianceEvidence', {
  description: 'What the audit chain says of a year; numbers only, small ones withheld.',
})
@Graded('evidence', 'G1')
export class ComplianceEvidenceType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => Int, { description: 'Of which year.' }) year: number;
  @Field({ description: 'As it is called in letters: 2026-01.' }) number: string;
  @Field(() => InstantType, { description: 'Counted up to here.' }) asOf: string;
  @Field({ description: 'Whether the year was still running.' }) running: boolean;
  @Field({ description: 'Who made it.' }) madeBy: string;
  @Field({ description: 'SHA-256 of the kept figures; stands on the papers and in the audit chain.' })
  fingerprint: string;
  @Field(() => Int, { description: 'How many rows the chain had.' }) chainRows: number;
  @Field({ description: 'Whether the newest rows of the chain held when it was made.' }) chainWhole: boolean;
}

@InputType()
export class MakeEvidenceInput {
  @Field(() => Int, { description: 'Of which year; this one at the latest.' }) year: number;
  @Field({ description: 'The client’s own id of this; a retry with it makes nothing more.' }) requestId: string;
}

export const MakeEvidenceResult = createUnionType({
  name: 'MakeEvidenceResult',
  types: () => [ComplianceEvidenceType, InvalidInput] as const,
});

export const toEvidence = ({ id, year, number, asOf, until, madeBy, fingerprint, chain }: EvidenceView) =>
  make(ComplianceEvidenceType, {
    ...{ id: toGlobalId('ComplianceEvidence', id), year, number, asOf, madeBy, fingerprint },
    running: asOf < until,
    chainRows: chain.rows,
    chainWhole: chain.whole,
  });

export const toPart = ({ heading, head, rows }: PaperPart) =>
  make(EvidencePartType, {
    ...{ heading, columns: [...head] },
    rows: rows.map((row) => make(EvidenceRowType, { cells: row.map(String) })),
  });
