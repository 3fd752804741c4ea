import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Graded } from '../../platform/access/index.js';
import { InstantType, InvalidInput, make, NotFound, toGlobalId } from '../../platform/graphql/index.js';
import {
  INCIDENT_KINDS,
  INCIDENT_SCENARIOS,
  type IncidentKind,
  type IncidentScenario,
} from '../incidents/incident-words.js';
import type { IncidentView } from '../incidents/incidents.js';

const words = <Word extends string>(list: readonly Word[]) =>
  Object.fromEntries(list.map((word) => [word, word])) as Record<Word, Word>;
const KindEnum = words(INCIDENT_KINDS);
registerEnumType(KindEnum, { name: 'IncidentKind', description: 'It happened, or was practised.' });
const ScenarioEnum = words(INCIDENT_SCENARIOS);
registerEnumType(ScenarioEnum, { name: 'IncidentScenario', description: 'What it was.' });

@ObjectType('IncidentMoment', { description: 'What was done, at a measured moment.' })
@Graded('incident', 'G2')
export class IncidentMomentType {
  @Field(() => InstantType, { description: 'When, by the clock of the server.' }) at: string;
  @Field(() => Int, { description: 'Whole minutes since it began.' }) minute: number;
  @Field({ description: 'Who wrote it down.' }) byName: string;
  @Field({ description: 'What was done.' }) words: string;
}

@ObjectType('Incident', { description: 'An incident or a drill, with measured times (§7.5.4–5). It names no child.' })
@Graded('incident', 'G2')
export class IncidentType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => KindEnum, { description: 'Whether it happened or was practised.' }) kind: IncidentKind;
  @Field(() => ScenarioEnum, { description: 'What it was.' }) scenario: IncidentScenario;
  @Field(() => InstantType, { description: 'When it began.' }) startedAt: string;
  @Field(() => InstantType, { nullable: true, description: 'When it ended; null while it runs.' })
  endedAt: string | null;
  @Field(() => Int, { nullable: true, description: 'Whole minutes from beginning to end.' }) minutes: number | null;
  @Field({ description: 'Who began it.' }) startedByName: string;
  @Field({ description: 'Where, and what.' }) words: string;
  @Field(() => String, { nullable: true, description: 'What was learned.' }) lessons: string | null;
  @Field(() => [IncidentMomentType], { description: 'The first one first.' }) moments: IncidentMomentType[];
}

@InputType()
export class StartIncidentInput {
  @Field(() => KindEnum, { description: 'Whether it happens or is practised.' }) kind: IncidentKind;
  @Field(() => ScenarioEnum, { description: 'What it is.' }) scenario: IncidentScenario;
  @Field({ description: 'Where, and what; 2,000 characters at most. No name of a child.' }) words: string;
  @Field({ description: 'The client’s own id of this; a retry with it begins nothing more.' }) requestId: string;
}
@InputType()
export class NoteIncidentInput {
  @Field(() => ID, { description: 'Which incident.' }) incidentId: string;
  @Field({ description: 'What was done just now; 2,000 characters at most.' }) words: string;
  @Field({ description: 'The client’s own id of this; a retry with it notes nothing more.' }) requestId: string;
}
@InputType()
export class EndIncidentInput {
  @Field(() => ID, { description: 'Which incident.' }) incidentId: string;
  @Field({ description: 'What was learned; 2,000 characters at most.' }) lessons: string;
}
const result = (name: string) =>
  createUnionType({ name, types: () => [IncidentType, InvalidInput, NotFound] as const });
export const StartIncidentResult = result('StartIncidentResult');
export const NoteIncidentResult = result('NoteIncidentResult');
export const EndIncidentResult = result('EndIncidentResult');

const MINUTE_MS = 60_000;
const minutesBetween = (from: string, to: string): number =>
  Math.floor((Date.parse(to) - Date.parse(from)) / MINUTE_MS);

export function toIncident(view: IncidentView, names: ReadonlyMap<string, string>): IncidentType {
  const { kind, scenario, startedAt, endedAt, words: text, lessons, moments } = view;
  return make(IncidentType, {
    ...{ kind, scenario, startedAt, words: text },
    id: toGlobalId('Incident', view.id),
    endedAt: endedAt ?? null,
    minutes: endedAt === undefined ? null : minutesBetween(startedAt, endedAt),
    startedByName: names.get(view.startedBy) ?? '',
    lessons: lessons ?? null,
    moments: moments.map(({ at, by, words: done }) =>
      make(IncidentMomentType, {
        ...{ at, words: done, minute: minutesBetween(startedAt, at) },
        byName: names.get(by) ?? '',
      }),
    ),
  });
}
