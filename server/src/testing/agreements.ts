// Texts of agreements as an agency of the tests writes them.
export const AGREEMENT_TEXTS = {
  titleZh: '志愿服务协议',
  titleEn: 'Volunteer agreement',
  textZh:
    '{{agency}}和{{name}}约定：\n一、在{{place}}陪伴孩子，每次都有另一位大人在附近。\n二、从双方签字起有效{{days}}天。',
  textEn:
    '{{agency}} and {{name}} agree:\n1. To keep a child company at {{place}}, another adult always near.\n2. It holds for {{days}} days.',
  plainZh: '您答应按约定陪伴孩子，随时可以退出。',
  plainEn: 'You promise to keep a child company as agreed; you may leave at any time.',
  fields: [{ key: 'place', labelZh: '服务地点', labelEn: 'Place' }],
  validDays: 365,
};
const FIELDS =
  '__typename ... on UserError { code } ... on InvalidInput { fields { field code } } ... on StaleVersion { currentVersion } ... on TransitionRefused { from to }';
export const TEMPLATE = `id kind number version releasedAt signBy titleZh`;
export const AGREEMENT = `id kind state number name language title text plain textHash guardianNeeded waitsFor
  hands { capacity method way name relation witnessName signature signedAt } signBy startsOn validUntil endedOn endReason endNote mine version`;
export const OWN_AGREEMENT = `id state number code language title text plain textHash waitsFor
  hands { capacity method name signedAt } signBy startsOn validUntil endedOn`;
export const SAVE_TEMPLATE = `mutation ($i: SaveAgreementTemplateInput!) { outcome: saveAgreementTemplate(input: $i) { ... on AgreementTemplate { ${TEMPLATE} } ${FIELDS.replace('... on TransitionRefused { from to }', '')} } }`;
export const RELEASE_TEMPLATE = `mutation ($i: ReleaseAgreementTemplateInput!) { outcome: releaseAgreementTemplate(input: $i) { ... on AgreementTemplate { ${TEMPLATE} } ${FIELDS.replace('... on TransitionRefused { from to }', '')} } }`;
export const OFFER = `mutation ($i: OfferAgreementInput!) { outcome: offerAgreement(input: $i) { ... on Agreement { ${AGREEMENT} } ${FIELDS} } }`;
export const COUNTERSIGN = `mutation ($i: CountersignAgreementInput!) { outcome: countersignAgreement(input: $i) { ... on Agreement { ${AGREEMENT} } ${FIELDS} } }`;
export const END = `mutation ($i: EndAgreementInput!) { outcome: endAgreement(input: $i) { ... on Agreement { ${AGREEMENT} } ${FIELDS} } }`;
export const SIGN = `mutation ($i: SignAgreementInput!) { outcome: signAgreement(input: $i) { ... on MyAgreement { ${OWN_AGREEMENT} } ${FIELDS} } }`;
export const LEAVE = `mutation ($i: LeaveAgreementInput!) { outcome: leaveAgreement(input: $i) { ... on MyAgreement { ${OWN_AGREEMENT} } ${FIELDS} } }`;
export const MINE = `{ myAgreements(language: ZH_CN) { ${OWN_AGREEMENT} } }`;
export const CHECK = `query ($n: String!, $c: String!) { agreementCheck(number: $n, code: $c) { __typename ... on AgreementCheck { holds } ... on TooManyAttempts { retryAfterSeconds } } }`;

export const MAKE_LINK = `mutation ($i: MakeAgreementLinkInput!) { outcome: makeAgreementLink(input: $i) { ... on AgreementLinkMade { path expiresAt } __typename ... on UserError { code } ... on InvalidInput { fields { field code } } } }`;
const TO_COSIGN = 'agencyName volunteerName language title text textHash signed';
export const TO_SIGN_BESIDE = `query ($c: String!) { agreementToCosign(code: $c, language: ZH_CN) { ${TO_COSIGN} } }`;
export const COSIGN = `mutation ($i: CosignAgreementInput!) { outcome: cosignAgreement(input: $i) { ... on AgreementToCosign { ${TO_COSIGN} } ${FIELDS} } }`;
export const SIGN_FOR_GUARDIAN = `mutation ($i: SignForGuardianInput!) { outcome: signForGuardian(input: $i) { ... on Agreement { ${AGREEMENT} } ${FIELDS} } }`;
const FAMILY = 'id state language title text plain textHash toSign validUntil guardianName relation';
export const OF_FAMILY = `{ familyAgreements(language: ZH_CN) { ${FAMILY} } }`;
export const SIGN_FAMILY = `mutation ($i: SignFamilyAgreementInput!) { outcome: signFamilyAgreement(input: $i) { ... on FamilyAgreement { ${FAMILY} } ${FIELDS} } }`;
export const LEAVE_FAMILY = `mutation ($i: LeaveFamilyAgreementInput!) { outcome: leaveFamilyAgreement(input: $i) { ... on FamilyAgreement { ${FAMILY} } ${FIELDS} } }`;
