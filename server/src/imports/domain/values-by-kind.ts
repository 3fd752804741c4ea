// What a row of each kind of roster says once it is read.
import type { ChildValues } from './child-row.js';
import type { StaffValues } from './staff-row.js';
import type { VolunteerValues } from './volunteer-row.js';

export interface ValuesByKind {
  readonly VOLUNTEERS: VolunteerValues;
  readonly CHILDREN: ChildValues;
  readonly STAFF: StaffValues;
}
