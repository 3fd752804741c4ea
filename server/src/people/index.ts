import { Agency, AgencySetting, Installation } from './agencies/agency.entity.js';
import { Office } from './agencies/office.entity.js';
import { ServiceArea } from './agencies/service-area.entity.js';
import { CredentialReset } from './credentials/credential-reset.entity.js';
import { FACTOR_ENTITIES } from './factors/factor.entities.js';
import { Invitation, TermsAcceptance } from './invitations/invitation.entity.js';
import { NameToken } from './names/name-token.entity.js';
import { Person, RoleAssignment } from './person.entity.js';
import { StaffCredential } from './staff-credentials/staff-credential.entity.js';
import { SupervisorProfile } from './staff-profiles/supervisor-profile.entity.js';
import { SupervisedBy } from './supervised-by/supervised-by.entity.js';
import { BesideAdult } from './volunteers/beside/beside-adult.entity.js';
import { EligibilityExemption } from './volunteers/exemptions/exemption.entity.js';
import { VolunteerKind } from './volunteers/kinds/volunteer-kind.entity.js';
import { WorkStop } from './work-stops/work-stop.entity.js';
import { Volunteer } from './volunteers/volunteer.entity.js';

export { Accounts, type OpenSession, type SecondFactorNeededError, type Visit } from './accounts.js';
export { Actors } from './actors.js';
export { Agencies } from './agencies/agencies.js';
export { AgencySettings } from './agencies/agency-settings.js';
export { Areas, type Area } from './agencies/areas.js';
export { IdentifierChanges } from './credentials/identifier-changes.js';
export { PasswordResets, type CodeLetter } from './credentials/password-resets.js';
export { CredentialCodes, termsOf } from './credentials/credential-codes.js';
export { type AccountStanding } from './invitations/account-standing.js';
export { Invitations, type BulkInvitation, type InviteError, type InviteInput } from './invitations/invitations.js';
export { AccountStandingType, toStanding } from './api/invitations.types.js';
export { StepUp, type StepUpNeededError } from './factors/step-up.js';
export { DoorMemory } from './door-memory.js';
export { FirstRun, type FirstRunInput } from './agencies/first-run.js';
export { Erasures } from './erasure/erasures.js';
export { TombstoneReplay, type Replayed } from './erasure/tombstone-replay.js';
export { ErasureHoldEnum } from './api/erase-person.resolver.js';
export { ChannelEnum } from './api/credentials.types.js';
export { FaceEnum, GenderEnum, LocaleEnum, RoleEnum, TooManyAttempts, ViewerType } from './api/viewer.types.js';
export { toTooMany } from './api/viewer.payloads.js';
export { PeopleModule } from './people.module.js';
export { NameIndex } from './names/name-index.js';
export { NameSearch, type FoundPerson } from './names/name-search.js';
export { NameUpkeep } from './names/name-upkeep.js';
export { NamesInText } from './names/names-in-text.js';
export { NameMatchType, QUERY_OF_MATCH, toNameMatch } from './names/api/people-search.types.js';
export { PeopleNames } from './people-names.js';
export { PeopleRepository, type DatedRole, type NewPerson, type OpenPerson } from './people.repository.js';
export {
  EligibilityFindingType,
  EligibilityType,
  toEligibility,
  toFinding,
} from './volunteers/api/eligibility.types.js';
export { WeeklyTimeInput } from './volunteers/api/own-times.resolver.js';
export { VolunteerLoaders } from './volunteers/api/volunteer.loaders.js';
export { toVolunteer, VolunteerType, WeeklyTimeType } from './volunteers/api/volunteer.types.js';
export { StaffMemberType } from './staff/api/staff.types.js';
export { StaffCredentials } from './staff-credentials/staff-credentials.js';
export { AreaContents } from './areas/area-contents.js';
export { countBy, ServiceAreas } from './areas/service-areas.js';
export { Exemptions } from './volunteers/exemptions/exemptions.js';
export { VolunteerKinds } from './volunteers/kinds/volunteer-kinds.js';
export { SupervisorPlaces } from './staff-profiles/supervisor-places.js';
export { RolesApart, type ApartRule } from './supervised-by/roles-apart.js';
export { SupervisionHistory, type SupervisedSpan } from './supervised-by/supervision-history.js';
export { ChecksDue } from './checks/checks-due.js';
export { KeptChecks } from './checks/kept-checks.js';
export { FactPapers } from './volunteers/facts/fact-papers.js';
export { BesideRows } from './volunteers/beside/beside-rows.js';
export { LeftAlone } from './volunteers/beside/left-alone.js';
export { VolunteerEligibility, type Company, type Judged } from './volunteers/volunteer-eligibility.js';
export { VolunteerLists } from './volunteers/volunteer-lists.js';
export { inWeek, timeProblems } from './volunteers/time-problems.js';
export { Volunteers, type Standing } from './volunteers/volunteers.js';
export { VolunteersRepository, type NewVolunteer, type VolunteerView } from './volunteers/volunteers.repository.js';
export { Staff, type StaffMember } from './staff/staff.js';
export { Handovers, type Handover } from './staff/handovers.js';
export { Placements, type Supervisor } from './offices/placements.js';
export { OfficeContents, type OfficeContent } from './offices/office-contents.js';
export { StopEffects, type Stopped, type StopEffect } from './work-stops/stop-effects.js';
export { WorkStops } from './work-stops/work-stops.js';
export { WorkStopsRepository } from './work-stops/work-stops.repository.js';
export { Agency, Office, Person, StaffCredential, Volunteer, VolunteerKind };

/** Tables of this module. */
export const PEOPLE_ENTITIES = [
  Agency,
  AgencySetting,
  BesideAdult,
  CredentialReset,
  EligibilityExemption,
  ...FACTOR_ENTITIES,
  Installation,
  Invitation,
  NameToken,
  Office,
  Person,
  RoleAssignment,
  ServiceArea,
  StaffCredential,
  SupervisedBy,
  SupervisorProfile,
  TermsAcceptance,
  Volunteer,
  VolunteerKind,
  WorkStop,
];
