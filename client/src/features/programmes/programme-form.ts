// Between what is typed of a programme and what the server takes.
import { parseLocalDate } from '@tongxing/shared/kernel';
import type { CreateProgrammeInput, ServiceLevel, SupportKind } from '../../gql/graphql.js';

export interface TypedProgramme {
  readonly name: string;
  readonly nameEn: string;
  readonly purpose: string;
  readonly level: ServiceLevel | '';
  readonly support: SupportKind | '';
  readonly places: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly minAge: string;
  readonly maxAge: string;
  readonly schoolStages: readonly string[];
  readonly allowOutOfSchool: boolean;
  readonly registrations: readonly string[];
  readonly categoriesAny: readonly string[];
}
export type ProgrammeField = keyof TypedProgramme;

/** An empty field asks nothing; undefined for a text that is no whole number. */
const whole = (text: string): number | null | undefined => {
  if (text.trim() === '') return null;
  return /^\d{1,6}$/.test(text.trim()) ? Number(text) : undefined;
};

/** The fields that need another look before anything is sent. */
export function programmeFaults(typed: TypedProgramme): readonly ProgrammeField[] {
  const { name, level, support, startsOn, endsOn, minAge, maxAge, places } = typed;
  const [least, most] = [whole(minAge), whole(maxAge)];
  return [
    ...(name.trim() === '' || name.trim().length > 60 ? (['name'] as const) : []),
    ...(level === '' ? (['level'] as const) : []),
    ...(support === '' ? (['support'] as const) : []),
    ...(whole(places) === undefined || whole(places) === 0 ? (['places'] as const) : []),
    ...(parseLocalDate(startsOn) ? [] : (['startsOn'] as const)),
    ...(endsOn !== '' && (!parseLocalDate(endsOn) || endsOn < startsOn) ? (['endsOn'] as const) : []),
    ...(least === undefined || (least ?? 0) > 25 ? (['minAge'] as const) : []),
    ...(most === undefined || (most ?? 0) > 25 || (most !== null && most < (least ?? 0)) ? (['maxAge'] as const) : []),
  ];
}

/** What the server takes; only for what has no faults. */
export function toProgrammeInput(typed: TypedProgramme): CreateProgrammeInput | undefined {
  const { level, support } = typed;
  if (level === '' || support === '' || programmeFaults(typed).length > 0) return undefined;
  return {
    name: typed.name.trim(),
    nameEn: typed.nameEn.trim() || null,
    purpose: typed.purpose.trim() || null,
    level,
    support,
    places: whole(typed.places) ?? null,
    startsOn: typed.startsOn,
    endsOn: typed.endsOn || null,
    criteria: {
      minAge: whole(typed.minAge) ?? null,
      maxAge: whole(typed.maxAge) ?? null,
      schoolStages: [...typed.schoolStages],
      allowOutOfSchool: typed.allowOutOfSchool,
      registrations: [...typed.registrations],
      categoriesAny: [...typed.categoriesAny],
    },
  };
}
