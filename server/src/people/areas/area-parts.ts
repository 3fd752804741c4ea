// What the module consists of around areas.
import { ServiceAreasResolver } from './api/areas.resolver.js';
import { AreaContents } from './area-contents.js';
import { ServiceAreas } from './service-areas.js';

export const AREA_SERVICES = [AreaContents, ServiceAreas];
export const AREA_API = [ServiceAreasResolver];
