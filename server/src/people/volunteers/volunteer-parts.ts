// What the module consists of around volunteers.
import { VolunteerFactResolver, VolunteerHistoryResolver } from './api/volunteer-history.resolver.js';
import { BesideResolver } from './api/beside.resolver.js';
import { OwnTimesResolver } from './api/own-times.resolver.js';
import { ExemptionResolver, ReadinessResolver } from './api/readiness.resolver.js';
import { VolunteerChangeResolver } from './api/volunteer-change.resolver.js';
import { VolunteerLoaders } from './api/volunteer.loaders.js';
import { VolunteerResolver } from './api/volunteer.resolver.js';
import { BesideAdults } from './beside/beside-adults.js';
import { BesideRows } from './beside/beside-rows.js';
import { LeftAlone } from './beside/left-alone.js';
import { Exemptions } from './exemptions/exemptions.js';
import { FactPapers } from './facts/fact-papers.js';
import { VolunteerFacts } from './facts/volunteer-facts.js';
import { VolunteerHistory } from './facts/volunteer-history.js';
import { VolunteerKinds } from './kinds/volunteer-kinds.js';
import { OwnTimes } from './own-times.js';
import { VolunteerChanges } from './volunteer-changes.js';
import { VolunteerCorrections } from './volunteer-corrections.js';
import { VolunteerEligibility } from './volunteer-eligibility.js';
import { VolunteersAccess } from './volunteers.access.js';
import { VolunteerLists } from './volunteer-lists.js';
import { Volunteers } from './volunteers.js';
import { VolunteersRepository } from './volunteers.repository.js';

export const VOLUNTEER_SERVICES = [
  BesideAdults,
  BesideRows,
  Exemptions,
  FactPapers,
  LeftAlone,
  OwnTimes,
  VolunteerChanges,
  VolunteerCorrections,
  VolunteerEligibility,
  VolunteerFacts,
  VolunteerHistory,
  VolunteerKinds,
  VolunteerLists,
  VolunteerLoaders,
  Volunteers,
  VolunteersAccess,
  VolunteersRepository,
];
export const VOLUNTEER_API = [
  BesideResolver,
  ExemptionResolver,
  OwnTimesResolver,
  ReadinessResolver,
  VolunteerChangeResolver,
  VolunteerFactResolver,
  VolunteerHistoryResolver,
  VolunteerResolver,
];
