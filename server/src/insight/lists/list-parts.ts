// What the module consists of around the lists of the desk.
import { ListFileController } from './api/list-file.controller.js';
import { ListChangesResolver } from './api/list-changes.resolver.js';
import { ListChoicesResolver } from './api/list-choices.resolver.js';
import { SavedViewsResolver } from './api/saved-views.resolver.js';
import { ChildOfficeResolver, VolunteerOfficeResolver } from './api/office-of.resolver.js';
import { OfficeNames } from './office-names.js';
import { ListChangeRecord, ListChangeRow } from './list-change.entity.js';
import { ListChanges } from './list-changes.js';
import { ListExport } from './list-export.js';
import { FamilyMoves } from './kinds/family-moves.js';
import { ListKinds } from './kinds/list-kinds.js';
import { PairHandovers } from './kinds/pair-handovers.js';
import { VolunteerInvitations } from './kinds/volunteer-invitations.js';
import { ListSources } from './list-sources.js';
import { SavedView } from './saved-view.entity.js';
import { SavedViews } from './saved-views.js';
import { SavedViewsPersonalData } from './saved-views-personal-data.js';
import { ChildSource } from './sources/child-source.js';
import { CompanionshipSource } from './sources/companionship-source.js';
import { HouseholdSource } from './sources/household-source.js';
import { StaffSource } from './sources/staff-source.js';
import { VolunteerSource } from './sources/volunteer-source.js';

export const LIST_PROVIDERS = [
  ChildOfficeResolver,
  OfficeNames,
  VolunteerOfficeResolver,
  ChildSource,
  CompanionshipSource,
  HouseholdSource,
  StaffSource,
  VolunteerSource,
  ListChanges,
  ListExport,
  ListKinds,
  ListSources,
  ListChangesResolver,
  ListChoicesResolver,
  FamilyMoves,
  PairHandovers,
  VolunteerInvitations,
  SavedViews,
  SavedViewsResolver,
  SavedViewsPersonalData,
];
export const LIST_CONTROLLERS = [ListFileController];
export const LIST_ENTITIES = [ListChangeRecord, ListChangeRow, SavedView];
