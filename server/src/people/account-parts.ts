// What the module consists of around accounts: signing in, devices, invitations, lost passwords.
import { Accounts } from './accounts.js';
import { DevicesResolver } from './api/devices.resolver.js';
import { ViewerApi } from './api/viewer.api.js';
import { ViewerResolver } from './api/viewer.resolver.js';
import { Devices } from './devices.js';
import { DoorMemory } from './door-memory.js';

export const ACCOUNT_SERVICES = [Accounts, Devices, DoorMemory];
export const ACCOUNT_API = [DevicesResolver, ViewerApi, ViewerResolver];
