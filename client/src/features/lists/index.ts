// The frame in which every list of the desk stands; a page that uses it names `features/lists` among its catalogues.
export { ChildActions, CompanionshipActions, HouseholdActions, VolunteerActions } from './BulkActions.js';
export { askForFile } from './ask-for-file.js';
export { ListTools } from './ListTools.js';
export { useListFrame, type ListFrame } from './use-list-frame.js';
