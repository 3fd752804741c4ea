// The parts of this module by subject, so that the module itself stays a list.
import { HouseholdLoaders } from './households/api/household.loaders.js';
import { FormerHomes } from './households/former-homes.js';
import { HouseholdMemberResolver, HouseholdResolver } from './households/api/household.resolver.js';
import { ChildOffices } from './households/child-offices.js';
import { ErasedFamilies } from './households/erased-families.js';
import { FileGuardians } from './households/file-guardians.js';
import { HouseholdGuardians } from './households/household-guardians.js';
import { HouseholdList } from './households/household-list.js';
import { HouseholdMembers } from './households/household-members.js';
import { HouseholdPeople } from './households/household-people.js';
import { HouseholdReader } from './households/household-reader.js';
import { Households } from './households/households.js';
import { HouseholdsAccess } from './households/households.access.js';
import { HouseholdWriter } from './households/household-writer.js';
import { ChildIntakeResolver } from './intake/api/child-intake.resolver.js';
import { ChildIntakes } from './intake/child-intakes.js';
import { Pseudonyms } from './names/child-names.js';
import { Schools } from './schools/schools.js';

export const FAMILY_SERVICES = [
  ChildIntakes,
  ChildOffices,
  ErasedFamilies,
  FileGuardians,
  HouseholdGuardians,
  HouseholdList,
  FormerHomes,
  HouseholdLoaders,
  HouseholdMembers,
  HouseholdPeople,
  HouseholdReader,
  Households,
  HouseholdsAccess,
  HouseholdWriter,
  Pseudonyms,
  Schools,
];
export const FAMILY_API = [ChildIntakeResolver, HouseholdMemberResolver, HouseholdResolver];
