import { SupervisionDelegate } from './delegates/supervision-delegate.entity.js';
import { SupervisionAction, SupervisionSeat, SupervisionSession } from './supervision.entities.js';

export { Delegates } from './delegates/delegates.js';
export { OwnSessions } from './own-sessions.js';
export { Sessions } from './sessions.js';
export { SupervisionLoads, type SupervisedOne } from './supervision-loads.js';
export { SupervisionModule } from './supervision.module.js';

/** Tables of this module. */
export const SUPERVISION_ENTITIES = [SupervisionAction, SupervisionDelegate, SupervisionSeat, SupervisionSession];
