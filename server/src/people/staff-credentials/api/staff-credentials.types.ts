import { createUnionType, Field, HideField, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { LocalDate } from '@tongxing/shared/kernel';
import {
  STAFF_CREDENTIALS,
  type CredentialStanding,
  type StaffCredentialKind,
  type TakeBackReason,
} from '@tongxing/shared/rules';
import { Graded } from '../../../platform/access/index.js';
import { InvalidInput, LocalDateType, make, NotFound, toGlobalId, UserError } from '../../../platform/graphql/index.js';
import { StaffMemberType } from '../../staff/api/staff.types.js';
import { TakeBackReasonEnum } from '../../volunteers/api/volunteer-history.types.js';
import type { CredentialRefusal, CredentialView, Qualification } from '../staff-credentials.js';

const words = <Word extends string>(...list: readonly Word[]) =>
  Object.fromEntries(list.map((word) => [word, word])) as Record<Word, Word>;

const StaffCredentialKindEnum = words<StaffCredentialKind>(...STAFF_CREDENTIALS.map(({ code }) => code));
registerEnumType(StaffCredentialKindEnum, {
  name: 'StaffCredentialKind',
  description: 'What a colleague’s certificate says.',
});
const CredentialStandingEnum = words<CredentialStanding>('VALID', 'RENEWAL_DUE', 'EXPIRED', 'NOT_YET', 'UNCONFIRMED');
registerEnumType(CredentialStandingEnum, {
  name: 'CredentialStanding',
  description: 'How a certificate stands today.',
});
const CredentialRefusalEnum = words<CredentialRefusal>('OWN_RECORD', 'TAKEN_BACK_ALREADY');
registerEnumType(CredentialRefusalEnum, {
  name: 'CredentialRefusal',
  description: 'Why a certificate cannot be written down or taken back.',
});

@ObjectType('StaffCredential', { description: 'A certificate by which a colleague is qualified (H2).' })
@Graded('staff', 'G2')
export class StaffCredentialType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => StaffCredentialKindEnum, { description: 'What it says.' }) kind: StaffCredentialKind;
  @Field(() => String, { nullable: true, description: 'The last four characters of its number.' })
  numberEnd: string | null;
  @Field(() => String, { nullable: true, description: 'Who issued it.' }) issuedBy: string | null;
  @Field(() => LocalDateType, { description: 'First day on which it counts.' }) validFrom: string;
  @Field(() => LocalDateType, { nullable: true, description: 'Last day; null where it has no end.' })
  validUntil: string | null;
  @Field(() => CredentialStandingEnum, { description: 'How it stands today.' }) standing: CredentialStanding;
  @Field(() => TakeBackReasonEnum, { nullable: true, description: 'Why it was taken back; null where it stands.' })
  takenBack: TakeBackReason | null;
  @HideField() recordedById: string | undefined;
}

@ObjectType('StaffQualification', { description: 'What a colleague is qualified for.' })
@Graded('staff', 'G2')
export class StaffQualificationType {
  @Field({ description: 'Whether they are a qualified social worker today (H2, §6.2.2).' }) qualified: boolean;
  @Field(() => [StaffCredentialType], { description: 'Certificates, the latest first; taken back ones too.' })
  credentials: StaffCredentialType[];
}

@ObjectType('CredentialRefused', {
  implements: () => [UserError],
  description: 'A certificate cannot be written down, or taken back, by this person.',
})
@Graded('staff', 'G1')
export class CredentialRefused extends UserError {
  @Field(() => CredentialRefusalEnum, { description: 'Why.' }) why: CredentialRefusal;
}

@InputType()
export class RecordCredentialInput {
  @Field(() => ID, { description: 'Whose it is.' }) personId: string;
  @Field(() => StaffCredentialKindEnum, { description: 'What it says.' }) kind: StaffCredentialKind;
  @Field(() => String, { nullable: true, description: 'Its number, at most 60 characters; kept sealed.' })
  number?: string | null;
  @Field(() => String, { nullable: true, description: 'Who issued it, at most 100 characters.' })
  issuedBy?: string | null;
  @Field(() => LocalDateType, { description: 'First day on which it counts.' }) validFrom: LocalDate;
  @Field(() => LocalDateType, { nullable: true, description: 'Last day; left out where it has no end.' })
  validUntil?: LocalDate | null;
  @Field(() => [ID], { nullable: true, description: 'Papers on the colleague’s page that prove it.' })
  paperIds?: string[] | null;
}

@InputType()
export class TakeBackCredentialInput {
  @Field(() => ID, { description: 'Which certificate.' }) staffCredentialId: string;
  @Field(() => TakeBackReasonEnum, { description: 'Why it was a mistake.' }) reason: TakeBackReason;
}

export const RecordCredentialResult = createUnionType({
  name: 'RecordCredentialResult',
  types: () => [StaffMemberType, CredentialRefused, InvalidInput, NotFound] as const,
});
export const TakeBackCredentialResult = createUnionType({
  name: 'TakeBackCredentialResult',
  types: () => [StaffMemberType, CredentialRefused, InvalidInput, NotFound] as const,
});

export const toQualification = ({ qualified, credentials }: Qualification): StaffQualificationType =>
  make(StaffQualificationType, { qualified, credentials: credentials.map(toCredential) });

const toCredential = (view: CredentialView): StaffCredentialType =>
  make(StaffCredentialType, {
    id: toGlobalId('StaffCredential', view.id),
    kind: view.kind,
    numberEnd: view.numberEnd ?? null,
    issuedBy: view.issuedBy ?? null,
    validFrom: view.validFrom,
    validUntil: view.validUntil ?? null,
    standing: view.standing,
    takenBack: view.takenBackReason ?? null,
    recordedById: view.recordedBy,
  });
