// What the module consists of around colleagues and their roles.
import { StaffResolver } from './api/staff.resolver.js';
import { Handovers } from './handovers.js';
import { PostHandovers } from './post-handovers.js';
import { Staff } from './staff.js';
import { StaffRepository } from './staff.repository.js';

export const STAFF_SERVICES = [Handovers, PostHandovers, Staff, StaffRepository];
export const STAFF_API = [StaffResolver];
