import { LIST_ENTITIES } from './lists/list-parts.js';

export { InsightModule } from './insight.module.js';

/** Tables of this module. */
export const INSIGHT_ENTITIES = LIST_ENTITIES;
