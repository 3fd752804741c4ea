// Saying that something is wrong, from whichever page; it names `features/concerns` among its catalogues.
export { RaiseConcern } from './RaiseConcern.js';
export { Receipt, type ReceiptFacts } from './Receipt.js';
export { KeptNote } from './KeptNote.js';
export { useKeptConcerns } from './use-kept-concerns.js';
