// What the pages of a volunteer, of a child and on the phone show of agreements; they name `features/agreements`.
export { AgreementHands } from './AgreementHands.js';
export { AgreementText } from './AgreementText.js';
export { SaveAgreement } from './SaveAgreement.js';
export { SignForm, type Mark } from './SignForm.js';
export { usePageLanguage } from './use-page-language.js';
export { VolunteerAgreements } from './VolunteerAgreements.js';
export { ServiceAgreements } from './ServiceAgreements.js';
