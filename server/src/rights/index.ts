import { Breach } from './breaches/breach.entity.js';
import { ComplianceEvidence } from './evidence/evidence.entity.js';
import { RightsFile, RightsRequest } from './rights-request.entity.js';

export { Evidences } from './evidence/evidences.js';
export { RightsAnswers } from './rights-answers.js';
export { RightsReminders } from './rights-reminders.js';
export { RightsRequests } from './rights-requests.js';
export { RightsModule } from './rights.module.js';

/** Tables of this module. */
export const RIGHTS_ENTITIES = [RightsRequest, RightsFile, Breach, ComplianceEvidence];
