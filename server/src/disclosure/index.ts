import { Consent, GuardianLink } from './consent.entity.js';
import { LEDGER_ENTITIES } from './ledger/ledger.entities.js';

export { toCompanionChild, type CompanionChildView } from './companion-child.js';
export { CompanionPairs } from './companion-pairs.js';
export { CompanionWords } from './companion-words.js';
export { CHILD_ANSWERS, CONSENT_METHODS, type ChildAnswer, type ConsentMethod } from './consent.entity.js';
export { consentHolds, Consents, type ConsentView, type FamilyWord } from './consents.js';
export { DisclosureModule } from './disclosure.module.js';
export { ConsentLedger } from './ledger/ledger.js';
export { FILE_GUARDIAN, LedgerFacts } from './ledger/ledger-facts.js';
export { LedgerGuardians, type GuardianView } from './ledger/ledger-guardians.js';
export { OwnLedger } from './ledger/own-ledger.js';
export { Disclosures, type Viewer } from './disclosures.js';
export { GuardianCodes, type NewGuardianCode } from './guardian-codes.js';
export {
  GuardianLinks,
  LINK_KINDS,
  LINK_STATES,
  toActor,
  type GuardianLinkView,
  type LinkKind,
  type LinkState,
  type NewGuardianLink,
} from './guardian-links.js';

/** Tables of this module. */
export const DISCLOSURE_ENTITIES = [Consent, GuardianLink, ...LEDGER_ENTITIES];
