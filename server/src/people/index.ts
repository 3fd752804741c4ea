import { Agency, AgencySetting, Installation } from './agencies/agency.entity.js';
import { Person, RoleAssignment } from './person.entity.js';

export { Accounts } from './accounts.js';
export { Actors } from './actors.js';
export { Agencies } from './agencies/agencies.js';
export { AgencySettings } from './agencies/agency-settings.js';
export { FirstRun, type FirstRunInput } from './agencies/first-run.js';
export { FaceEnum, GenderEnum, LocaleEnum, RoleEnum, ViewerType } from './api/viewer.types.js';
export { PeopleModule } from './people.module.js';
export { PeopleRepository, type NewPerson, type OpenPerson } from './people.repository.js';
export { Agency };

/** Tables of this module. */
export const PEOPLE_ENTITIES = [Agency, AgencySetting, Installation, Person, RoleAssignment];
