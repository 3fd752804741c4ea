// What the module consists of around offices.
import { OfficesResolver } from './api/offices.resolver.js';
import { OfficeContents } from './office-contents.js';
import { Offices } from './offices.js';
import { OfficesRepository } from './offices.repository.js';

export const OFFICE_SERVICES = [OfficeContents, Offices, OfficesRepository];
export const OFFICE_API = [OfficesResolver];
