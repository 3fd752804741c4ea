import { Application, ApplicationAsk, ApplicationTalk, ApplyLink } from './application.entity.js';

export { Application };
export { Acceptance } from './acceptance.js';
export { ApplicationAsks } from './application-asks.js';
export { Applications, type DeskApplication } from './applications.js';
export { ApplicationsModule } from './applications.module.js';
export { Applying } from './applying.js';
export { ApplyForms } from './apply-forms.js';

/** Tables of this module. */
export const APPLICATION_ENTITIES = [Application, ApplicationAsk, ApplicationTalk, ApplyLink];
