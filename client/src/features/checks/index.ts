// What other pages show of record checks; they name `features/checks` among their catalogues.
export { GiveBack } from './GiveBack.js';
export { ServiceChecks } from './ServiceChecks.js';
