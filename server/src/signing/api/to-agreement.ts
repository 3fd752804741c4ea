// Agreements as their readers see them.
import { Injectable } from '@nestjs/common';
import type { AgreementLanguage } from '@tongxing/shared/rules';
import type { PersonActor } from '../../platform/access/index.js';
import { make, toGlobalId } from '../../platform/graphql/index.js';
import type { NamedAgreement } from '../agreements.js';
import type { AgreementView, SignatureView } from '../agreements.repository.js';
import { missingSigners } from '../domain/missing-signers.js';
import { groupedPaperCode } from '../domain/paper-code.js';
import type { FamilyAgreement } from '../family-agreements.js';
import { Signing } from '../signing.js';
import { FamilyAgreementType } from './family-agreements.types.js';
import { AgreementHandType, AgreementType, MyAgreementHandType, MyAgreementType } from './agreements.types.js';

@Injectable()
export class ToAgreement {
  constructor(private readonly signing: Signing) {}

  async desk(
    actor: PersonActor,
    { agreement, name }: NamedAgreement,
    language: AgreementLanguage,
  ): Promise<AgreementType> {
    const { id, kind, state, guardianNeeded, offeredAt, version, volunteerId, childId } = agreement;
    const { title, text, plain, language: read, hash } = await this.signing.words(agreement, language);
    return make(AgreementType, {
      ...{ kind, state, guardianNeeded, offeredAt, version, name, title, text, plain, language: read, textHash: hash },
      id: toGlobalId('Agreement', id),
      number: groupedPaperCode(agreement.number),
      volunteerId: volunteerId === undefined ? null : toGlobalId('Volunteer', volunteerId),
      childId: childId === undefined ? null : toGlobalId('Child', childId),
      templateNumber: agreement.template.number,
      waitsFor: waitsFor(agreement),
      hands: agreement.signatures.map(toHand),
      ...daysOf(agreement),
      endReason: agreement.endReason ?? null,
      endNote: agreement.endNote ?? null,
      mine: agreement.personId === actor.personId,
    });
  }

  async own(agreement: AgreementView, language: AgreementLanguage): Promise<MyAgreementType> {
    const { title, text, plain, language: read, hash } = await this.signing.words(agreement, language);
    return make(MyAgreementType, {
      ...{ title, text, plain, language: read, textHash: hash, state: agreement.state },
      id: toGlobalId('Agreement', agreement.id),
      number: groupedPaperCode(agreement.number),
      code: groupedPaperCode(agreement.code),
      waitsFor: waitsFor(agreement),
      hands: agreement.signatures.map(({ capacity, method, name = '', signedAt }) =>
        make(MyAgreementHandType, { capacity, method, name, signedAt }),
      ),
      ...daysOf(agreement),
    });
  }

  async family({ agreement, guardian }: FamilyAgreement, language: AgreementLanguage): Promise<FamilyAgreementType> {
    const { title, text, plain, language: read, hash } = await this.signing.words(agreement, language);
    return make(FamilyAgreementType, {
      ...{ title, text, plain, language: read, textHash: hash, state: agreement.state },
      id: toGlobalId('Agreement', agreement.id),
      toSign: waitsFor(agreement).includes('GUARDIAN'),
      validUntil: agreement.validUntil ?? null,
      ...{ guardianName: guardian.name, relation: guardian.relation },
    });
  }
}

const waitsFor = (agreement: AgreementView) =>
  agreement.state === 'TO_SIGN' || agreement.state === 'TO_COUNTERSIGN' ? missingSigners(agreement) : [];

const daysOf = ({ signBy, startsOn, validUntil, endedOn }: AgreementView) => ({
  signBy: signBy ?? null,
  startsOn: startsOn ?? null,
  validUntil: validUntil ?? null,
  endedOn: endedOn ?? null,
});

const toHand = ({ capacity, method, way, signedAt, name, ...rest }: SignatureView): AgreementHandType =>
  make(AgreementHandType, {
    ...{ capacity, method, way, signedAt, name: name ?? '' },
    relation: rest.relation ?? null,
    witnessName: rest.witnessName ?? null,
    signature: rest.signature ?? null,
  });
