// What a row of each kind of roster says once it is read.
import type { ActivityValues } from './activity-row.js';
import type { ChildValues } from './child-row.js';
import type { StaffValues } from './staff-row.js';
import type { TeamValues } from './team-row.js';
import type { VolunteerValues } from './volunteer-row.js';

export interface ValuesByKind {
  readonly VOLUNTEERS: VolunteerValues;
  readonly CHILDREN: ChildValues;
  readonly STAFF: StaffValues;
  readonly ACTIVITIES: ActivityValues;
  readonly TEAMS: TeamValues;
}
