import { Child } from './child.entity.js';
import { ChildPseudonym } from './names/child-pseudonym.entity.js';
import { HOUSEHOLD_ENTITIES } from './households/household.entities.js';
import { School } from './schools/school.entity.js';
import { FileAccessRow } from './file-access/file-access.entity.js';

export { FamilyNeed, Household, HouseholdEvent, HouseholdMember } from './households/household.entities.js';
export { ChildFilter, ChildType, toChild } from './api/child.types.js';
export { ChildCompanions } from './child-companions.js';
export { ChildEnrolmentFacts } from './enrolment-facts.js';
export { ChildLists } from './child-lists.js';
export { FileAccesses } from './file-access/file-access.js';
export { Children } from './children.js';
export { HouseholdList } from './households/household-list.js';
export { HouseholdPeople, type NewAdult } from './households/household-people.js';
export { HouseholdReader, type HouseholdView } from './households/household-reader.js';
export { Households } from './households/households.js';
export { HouseholdWriter, type NewHousehold, type NewMember } from './households/household-writer.js';
export { Pseudonyms } from './names/child-names.js';
export { Schools } from './schools/schools.js';
export { ChildrenModule } from './children.module.js';
export {
  ChildrenRepository,
  type ChildIntake,
  type ChildView,
  type Guardian,
  type NewChild,
} from './children.repository.js';

export { Child };

/** Tables of this module. */
export const CHILDREN_ENTITIES = [Child, ChildPseudonym, FileAccessRow, ...HOUSEHOLD_ENTITIES, School];
