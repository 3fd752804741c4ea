// What the module consists of around colleagues and their roles.
import { StaffResolver } from './api/staff.resolver.js';
import { Handovers } from './handovers.js';
import { PostHandovers } from './post-handovers.js';
import { Staff } from './staff.js';
import { StaffRepository } from './staff.repository.js';
import { SupervisionHistory } from '../supervised-by/supervision-history.js';

export const STAFF_SERVICES = [Handovers, PostHandovers, Staff, StaffRepository, SupervisionHistory];
export const STAFF_API = [StaffResolver];
