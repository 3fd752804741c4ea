// What stands beside a child, by level and kind of support (P13): what is missing shows as an open field, never as a lack.
import type { LocalDate } from '@tongxing/shared/kernel';
import { SERVICE_LEVELS, SUPPORT_KINDS, type ServiceLevel, type SupportKind } from '@tongxing/shared/rules';

export interface Standing {
  readonly kind: 'PROGRAMME' | 'COMPANIONSHIP';
  readonly level: ServiceLevel;
  readonly support: SupportKind;
  /** Row of the programme, or of the companionship. */
  readonly id: string;
  /** Name of the programme; a companionship has none. */
  readonly name: string | undefined;
  readonly nameEn: string | undefined;
  readonly since: LocalDate | undefined;
}
export interface CoverageCell {
  readonly level: ServiceLevel;
  readonly support: SupportKind;
  readonly standing: readonly Standing[];
}

/** One-to-one companionship reaches the child itself, by a relationship. */
export const COMPANIONSHIP_TAGS = { level: 'CHILD', support: 'EXPRESSIVE' } as const;

/** Every level with both kinds, in the order of the tables; each service stands in exactly one field. */
export function coverageOf(standing: readonly Standing[]): CoverageCell[] {
  return SERVICE_LEVELS.flatMap(({ code: level }) =>
    SUPPORT_KINDS.map(({ code: support }) => ({
      level,
      support,
      standing: standing.filter((one) => one.level === level && one.support === support),
    })),
  );
}
