import { Concern } from './concern.entity.js';
import { ConcernStep } from './steps/concern-step.entity.js';
import { DutySlot } from './duty/duty-slot.entity.js';
import { Incident, IncidentMoment } from './incidents/incident.entities.js';
import { ConcernAbout, ConcernLink } from './ties/concern-ties.entities.js';
import { FamilyCard } from './family-card.entity.js';

export { Concerns } from './concerns.js';
export { FamilyCards } from './family-cards.js';
export { SafeguardingModule } from './safeguarding.module.js';

/** Tables of this module. */
export const SAFEGUARDING_ENTITIES = [
  Concern,
  ConcernAbout,
  ConcernLink,
  ConcernStep,
  DutySlot,
  FamilyCard,
  Incident,
  IncidentMoment,
];
