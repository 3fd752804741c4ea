// What a child's page of consents shows of whom it is opened to.
export { ChildShares } from './ChildShares.js';
