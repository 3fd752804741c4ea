import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Graded } from '../../platform/access/index.js';
import { InstantType, make, toGlobalId } from '../../platform/graphql/index.js';
import type { PaperView } from '../documents.repository.js';
import type { KeptKind } from '../stored-file.entity.js';
import type { VolunteerPaperPurpose } from '../volunteer-papers.js';

export const PaperKindEnum: Record<KeptKind, KeptKind> = { IMAGE: 'IMAGE', PDF: 'PDF' };
registerEnumType(PaperKindEnum, { name: 'PaperKind', description: 'What a paper is kept as.' });
const VolunteerPaperPurposeEnum: Record<VolunteerPaperPurpose, VolunteerPaperPurpose> = {
  TRAINING_CERTIFICATE: 'TRAINING_CERTIFICATE',
  VOLUNTEER_AGREEMENT: 'VOLUNTEER_AGREEMENT',
};
registerEnumType(VolunteerPaperPurposeEnum, {
  name: 'VolunteerPaperPurpose',
  description: 'What a paper on a volunteer’s card proves.',
});

@ObjectType('ConsentPaper', { description: 'A photo or scan of the paper on which a family gave its word.' })
@Graded('consent', 'G5')
export class ConsentPaperType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field({ description: 'Where it is read: a path on this platform that asks again who reads.' }) path: string;
  @Field({ description: 'Its name as it was brought in.' }) name: string;
  @Field(() => PaperKindEnum, { description: 'Photo or PDF.' }) kind: KeptKind;
  @Field(() => Int, { description: 'Its size in bytes.' }) bytes: number;
  @Field(() => InstantType, { description: 'When it was brought in.' }) addedAt: string;
}

@ObjectType('VolunteerPaper', { description: 'A photo or scan on a volunteer’s card.' })
@Graded('volunteer', 'G2')
export class VolunteerPaperType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field({ description: 'Where it is read: a path on this platform that asks again who reads.' }) path: string;
  @Field({ description: 'Its name as it was brought in.' }) name: string;
  @Field(() => PaperKindEnum, { description: 'Photo or PDF.' }) kind: KeptKind;
  @Field(() => Int, { description: 'Its size in bytes.' }) bytes: number;
  @Field(() => InstantType, { description: 'When it was brought in.' }) addedAt: string;
  @Field(() => VolunteerPaperPurposeEnum, { description: 'What it proves.' }) purpose: VolunteerPaperPurpose;
  @Field(() => ID, { nullable: true, description: 'The training or agreement that it stands behind; null: none yet.' })
  factId: string | null;
}

@ObjectType('StaffPaper', { description: 'A photo or scan of a colleague’s certificate.' })
@Graded('staff', 'G2')
export class StaffPaperType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field({ description: 'Where it is read: a path on this platform that asks again who reads.' }) path: string;
  @Field({ description: 'Its name as it was brought in.' }) name: string;
  @Field(() => PaperKindEnum, { description: 'Photo or PDF.' }) kind: KeptKind;
  @Field(() => Int, { description: 'Its size in bytes.' }) bytes: number;
  @Field(() => InstantType, { description: 'When it was brought in.' }) addedAt: string;
  @Field(() => ID, { nullable: true, description: 'The certificate that it stands behind; null: none yet.' })
  staffCredentialId: string | null;
}

const common = ({ id, name, kind, byteCount, createdAt }: PaperView) => {
  const globalId = toGlobalId('StoredFile', id);
  return { id: globalId, path: `/files/${globalId}`, name, kind, bytes: byteCount, addedAt: createdAt };
};

export const toConsentPaper = (view: PaperView): ConsentPaperType => make(ConsentPaperType, common(view));

export const toVolunteerPaper = (view: PaperView): VolunteerPaperType =>
  make(VolunteerPaperType, {
    ...common(view),
    purpose: view.purpose as VolunteerPaperPurpose,
    factId:
      view.recordId === undefined ? null : toGlobalId(FACT_OF[view.purpose as VolunteerPaperPurpose], view.recordId),
  });

export const toStaffPaper = (view: PaperView): StaffPaperType =>
  make(StaffPaperType, {
    ...common(view),
    staffCredentialId: view.recordId === undefined ? null : toGlobalId('StaffCredential', view.recordId),
  });

const FACT_OF: Readonly<Record<VolunteerPaperPurpose, string>> = {
  TRAINING_CERTIFICATE: 'Training',
  VOLUNTEER_AGREEMENT: 'VolunteerAgreement',
};
