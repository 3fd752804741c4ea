import { Entity, Index } from 'typeorm';
import {
  EnumColumn,
  IdColumn,
  InstantColumn,
  LinkColumn,
  LongTextColumn,
  OptionalInstantColumn,
  OptionalLongTextColumn,
  RefColumn,
  TextColumn,
} from '../../platform/database/index.js';
import { INCIDENT_KINDS, INCIDENT_SCENARIOS, type IncidentKind, type IncidentScenario } from './incident-words.js';

/** Something happened, or was practised, from an instant to an instant. */
@Entity('incident')
@Index('ux_incident_request', ['agencyId', 'requestId'], { unique: true })
@Index('ix_incident_agency_started', ['agencyId', 'startedAt'])
export class Incident {
  @IdColumn() id: string;
  @LinkColumn('incident', 'agencyId', 'agency') agencyId: string;
  @EnumColumn('incident', 'kind', INCIDENT_KINDS) kind: IncidentKind;
  @EnumColumn('incident', 'scenario', INCIDENT_SCENARIOS) scenario: IncidentScenario;
  @InstantColumn() startedAt: string;
  @OptionalInstantColumn() endedAt: string | null;
  @RefColumn() startedBy: string;
  @LongTextColumn() textSealed: string;
  @OptionalLongTextColumn() lessonsSealed: string | null;
  @TextColumn(64) requestId: string;
}

/** What was done, at the moment in which it was written down. */
@Entity('incident_moment')
@Index('ux_incident_moment_request', ['agencyId', 'requestId'], { unique: true })
@Index('ix_incident_moment_incident', ['incidentId', 'at'])
export class IncidentMoment {
  @IdColumn() id: string;
  @LinkColumn('incident_moment', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('incident_moment', 'incidentId', 'incident') incidentId: string;
  @InstantColumn() at: string;
  @RefColumn() byId: string;
  @LongTextColumn() textSealed: string;
  @TextColumn(64) requestId: string;
}
