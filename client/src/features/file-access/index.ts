// The closed part of a child's file, and who has seen a record; who shows them names `features/file-access` among its catalogues.
export { FilePanel } from './FilePanel.js';
export { FileReaders, WhoHasSeen } from './FileReaders.js';
