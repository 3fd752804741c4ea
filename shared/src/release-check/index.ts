export * from './audiences.js';
export { FINDING_KINDS, STRUCTURED_KINDS, type Finding, type FindingKind, type KnownName } from './finding.js';
export { checkText } from './check-text.js';
