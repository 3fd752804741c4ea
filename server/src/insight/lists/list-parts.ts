// What the module consists of around the lists of the desk.
import { ListFileController } from './api/list-file.controller.js';
import { ListsResolver } from './api/lists.resolver.js';
import { ChildOfficeResolver, VolunteerOfficeResolver } from './api/office-of.resolver.js';
import { OfficeNames } from './office-names.js';
import { ListChangeRecord, ListChangeRow } from './list-change.entity.js';
import { ListChanges } from './list-changes.js';
import { ListExport } from './list-export.js';
import { ListKinds } from './list-kinds.js';
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
  ListsResolver,
  SavedViews,
  SavedViewsPersonalData,
];
export const LIST_CONTROLLERS = [ListFileController];
export const LIST_ENTITIES = [ListChangeRecord, ListChangeRow, SavedView];
