// What the module consists of around record checks that are due, and those that were written down.
import { PaperStillHereResolver, ChecksDueResolver, ServiceCheckResolver } from './api/checks-due.resolver.js';
import { ChecksDue } from './checks-due.js';
import { KeptChecks } from './kept-checks.js';
import { ServiceChecks } from './service-checks.js';

export const CHECK_SERVICES = [ChecksDue, KeptChecks, ServiceChecks];
export const CHECK_API = [ChecksDueResolver, PaperStillHereResolver, ServiceCheckResolver];
