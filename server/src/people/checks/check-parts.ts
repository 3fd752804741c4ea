// What the module consists of around record checks that are due.
import { ChecksDueResolver } from './api/checks-due.resolver.js';
import { ChecksDue } from './checks-due.js';
import { ServiceChecks } from './service-checks.js';

export const CHECK_SERVICES = [ChecksDue, ServiceChecks];
export const CHECK_API = [ChecksDueResolver];
