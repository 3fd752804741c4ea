// What happened, or was practised (§7.5.4–5, P42).
export const INCIDENT_KINDS = ['INCIDENT', 'DRILL'] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];
export const INCIDENT_SCENARIOS = [
  'INJURY',
  'MISSING_CHILD',
  'FIRE',
  'ILLNESS',
  'STRANGER',
  'WEATHER',
  'TRAFFIC',
  'OTHER',
] as const;
export type IncidentScenario = (typeof INCIDENT_SCENARIOS)[number];
