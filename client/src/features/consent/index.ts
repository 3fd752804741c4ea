// The family's consent, for the page of a companionship; it names `features/consent` among its catalogues.
export { ConsentForm } from './ConsentForm.js';
export { ConsentRecord } from './ConsentRecord.js';
export { LatePapers } from './LatePapers.js';
export { GuardianLinkCard } from './GuardianLinkCard.js';
