// What the module consists of around stopping work.
import { WorkStopApi } from './api/work-stop.api.js';
import { WorkStopResolver } from './api/work-stop.resolver.js';
import { StopEffects } from './stop-effects.js';
import { StoppedAccounts } from './stopped-accounts.js';
import { StopsElsewhere } from './stops-elsewhere.js';
import { StopsPersonalData } from './stops-personal-data.js';
import { WorkStops } from './work-stops.js';
import { WorkStopsRepository } from './work-stops.repository.js';

export const STOP_SERVICES = [
  StopEffects,
  StoppedAccounts,
  StopsElsewhere,
  StopsPersonalData,
  WorkStopApi,
  WorkStops,
  WorkStopsRepository,
];
export const STOP_API = [WorkStopResolver];
