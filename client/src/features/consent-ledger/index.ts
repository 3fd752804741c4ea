// What the pages of a child, of today and of a guardian show of the ledger.
export { GroupAnswers, type Answers } from './GroupAnswers.js';
export { HeardText } from './HeardText.js';
export { CONSENT_TEXT } from './ledger.operations.js';
export { useLedgerWords } from './use-ledger-words.js';
export { ConsentTasks } from './ConsentTasks.js';
