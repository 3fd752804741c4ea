import { ChildShare } from './child-share.entity.js';

export { ChildShares } from './child-shares.js';
export { SharingModule } from './sharing.module.js';

/** Tables of this module. */
export const SHARING_ENTITIES = [ChildShare];
