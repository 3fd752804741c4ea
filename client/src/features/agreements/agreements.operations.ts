import { graphql } from '../../gql/index.js';

export const TEMPLATE = graphql(`
  fragment Template_agreement on AgreementTemplate {
    id
    kind
    number
    titleZh
    titleEn
    textZh
    textEn
    plainZh
    plainEn
    fields {
      key
      labelZh
      labelEn
    }
    validDays
    signBy
    releasedAt
    version
  }
`);

export const TEMPLATES = graphql(`
  query AgreementTemplates {
    agreementTemplates {
      ...Template_agreement
    }
  }
`);

export const SAVE_TEMPLATE = graphql(`
  mutation SaveAgreementTemplate($input: SaveAgreementTemplateInput!) {
    saveAgreementTemplate(input: $input) {
      ... on AgreementTemplate {
        ...Template_agreement
      }
      ... on InvalidInput {
        fields {
          field
          code
        }
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const RELEASE_TEMPLATE = graphql(`
  mutation ReleaseAgreementTemplate($input: ReleaseAgreementTemplateInput!) {
    releaseAgreementTemplate(input: $input) {
      ... on AgreementTemplate {
        ...Template_agreement
      }
      ... on InvalidInput {
        fields {
          field
          code
        }
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const AGREEMENT_LINE = graphql(`
  fragment Line_agreement on Agreement {
    id
    kind
    state
    name
    title
    templateNumber
    offeredAt
    signBy
    startsOn
    validUntil
    endedOn
    waitsFor
  }
`);

export const AGREEMENTS = graphql(`
  query Agreements($state: AgreementState!, $language: Locale!) {
    agreements(state: $state, language: $language) {
      ...Line_agreement
    }
  }
`);

export const VOLUNTEER_AGREEMENTS = graphql(`
  query VolunteerAgreements($volunteerId: ID!, $language: Locale!) {
    volunteerAgreements(volunteerId: $volunteerId, language: $language) {
      ...Line_agreement
    }
    agreementTemplates {
      ...Template_agreement
    }
  }
`);

export const SERVICE_AGREEMENTS = graphql(`
  query ServiceAgreements($childId: ID!, $language: Locale!) {
    serviceAgreements(childId: $childId, language: $language) {
      ...Line_agreement
    }
    agreementTemplates {
      ...Template_agreement
    }
  }
`);

export const AGREEMENT = graphql(`
  fragment Whole_agreement on Agreement {
    id
    kind
    state
    number
    name
    volunteerId
    childId
    templateNumber
    language
    title
    text
    plain
    textHash
    guardianNeeded
    waitsFor
    papers {
      id
      path
      name
      kind
      bytes
      addedAt
    }
    hands {
      capacity
      method
      way
      name
      relation
      witnessName
      signature
      signedAt
    }
    offeredAt
    signBy
    startsOn
    validUntil
    endedOn
    endReason
    endNote
    mine
    version
  }
`);

export const ONE_AGREEMENT = graphql(`
  query Agreement($id: ID!, $language: Locale!) {
    agreement(id: $id, language: $language) {
      ...Whole_agreement
    }
  }
`);

export const OFFER = graphql(`
  mutation OfferAgreement($input: OfferAgreementInput!) {
    offerAgreement(input: $input) {
      ... on Agreement {
        id
        state
      }
      ... on InvalidInput {
        fields {
          field
          code
        }
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const COUNTERSIGN = graphql(`
  mutation CountersignAgreement($input: CountersignAgreementInput!) {
    countersignAgreement(input: $input) {
      ... on Agreement {
        ...Whole_agreement
      }
      ... on InvalidInput {
        fields {
          field
          code
        }
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const END = graphql(`
  mutation EndAgreement($input: EndAgreementInput!) {
    endAgreement(input: $input) {
      ... on Agreement {
        ...Whole_agreement
      }
      ... on InvalidInput {
        fields {
          field
          code
        }
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const MAKE_LINK = graphql(`
  mutation MakeAgreementLink($input: MakeAgreementLinkInput!) {
    makeAgreementLink(input: $input) {
      ... on AgreementLinkMade {
        path
        expiresAt
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const SIGN_FOR_GUARDIAN = graphql(`
  mutation SignForGuardian($input: SignForGuardianInput!) {
    signForGuardian(input: $input) {
      ... on Agreement {
        ...Whole_agreement
      }
      ... on InvalidInput {
        fields {
          field
          code
        }
      }
      ... on UserError {
        code
      }
    }
  }
`);
