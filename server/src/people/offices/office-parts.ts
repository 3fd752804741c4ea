// What the module consists of around offices.
import { OfficesResolver } from './api/offices.resolver.js';
import { OfficeContents } from './office-contents.js';
import { Offices } from './offices.js';
import { OfficesRepository } from './offices.repository.js';
import { Placements } from './placements.js';

export const OFFICE_SERVICES = [OfficeContents, Placements, Offices, OfficesRepository];
export const OFFICE_API = [OfficesResolver];
