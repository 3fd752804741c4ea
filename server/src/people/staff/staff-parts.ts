// What the module consists of around colleagues and their roles.
import { StaffResolver } from './api/staff.resolver.js';
import { Handovers } from './handovers.js';
import { PostHandovers } from './post-handovers.js';
import { Staff } from './staff.js';
import { StaffRepository } from './staff.repository.js';
import { RolesApart } from '../supervised-by/roles-apart.js';
import { SupervisionHistory } from '../supervised-by/supervision-history.js';

export const STAFF_SERVICES = [Handovers, PostHandovers, RolesApart, Staff, StaffRepository, SupervisionHistory];
export const STAFF_API = [StaffResolver];
