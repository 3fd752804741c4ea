export { FamilyAgreementCards } from './FamilyAgreementCards.js';
