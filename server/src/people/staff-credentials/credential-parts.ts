// What the module consists of around colleagues' certificates and supervisors' places.
import { SupervisorPlacesResolver } from '../staff-profiles/api/supervisor-places.resolver.js';
import { SupervisorPlaces } from '../staff-profiles/supervisor-places.js';
import { StaffCredentialFieldsResolver, StaffCredentialsResolver } from './api/staff-credentials.resolver.js';
import { StaffCredentials } from './staff-credentials.js';

export const CREDENTIAL_SERVICES = [StaffCredentials, SupervisorPlaces];
export const CREDENTIAL_API = [StaffCredentialFieldsResolver, StaffCredentialsResolver, SupervisorPlacesResolver];
