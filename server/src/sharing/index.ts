import { ChildShare } from './child-share.entity.js';

export { ChildShares } from './child-shares.js';
export { PURPOSE_OF, type SharedWith } from './domain/shared-child.js';
export { SharingModule } from './sharing.module.js';

/** Tables of this module. */
export const SHARING_ENTITIES = [ChildShare];
