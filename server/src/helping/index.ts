export { HELPING_ENTITIES } from './helper.entities.js';
export { GrownVolunteers } from './grown-volunteers.js';
export { HelperAnswers } from './helper-answers.js';
export { HelperJourneys } from './helper-journeys.js';
export { HelpingModule } from './helping.module.js';
export { MyHelping } from './my-helping.js';
