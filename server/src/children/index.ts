import { Child } from './child.entity.js';

export { ChildFilter, ChildType, toChild } from './api/child.types.js';
export { ChildCompanions } from './child-companions.js';
export { Children } from './children.js';
export { ChildrenModule } from './children.module.js';
export { ChildrenRepository, type ChildView, type Guardian, type NewChild } from './children.repository.js';

/** Tables of this module. */
export const CHILDREN_ENTITIES = [Child];
