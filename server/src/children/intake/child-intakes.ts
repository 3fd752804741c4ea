// How a child came to the agency: exactly one channel, and who brought them (P02); and what to know before a programme.
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { err, ok, type LocalDate, type Result } from '@tongxing/shared/kernel';
import {
  DISCOVERY_CHANNELS,
  NEEDS,
  type ChildCategory,
  type DifficultyLevel,
  type DiscoveryChannel,
  type NeedCode,
  type Registration,
  type SchoolStage,
} from '@tongxing/shared/rules';
import { Agencies } from '../../people/index.js';
import { rowsFor, type PersonActor, type Rows } from '../../platform/access/index.js';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { Cipher } from '../../platform/crypto/index.js';
import { Database, rowWhere, UnitOfWork } from '../../platform/database/index.js';
import type { InvalidInputError, NotFoundError, StaleVersionError } from '../../platform/graphql/index.js';
import { Child } from '../child.entity.js';
import { ChildrenRepository, type ChildView } from '../children.repository.js';
import { dayProblems, priorityProblems, trimmed, type Problem } from '../households/domain/household-problems.js';

export interface IntakeInput {
  readonly childId: string;
  /** What the page showed; missing: the change is made over whatever stands. */
  readonly version?: number | null | undefined;
  readonly discoveryChannel: DiscoveryChannel;
  readonly referrer: string;
  readonly discoveredOn?: LocalDate | null | undefined;
  readonly categories: readonly ChildCategory[];
  readonly difficultyLevel?: DifficultyLevel | null | undefined;
  readonly school?: string | null | undefined;
  readonly schoolStage?: SchoolStage | null | undefined;
  readonly registration?: Registration | null | undefined;
  /** Missing: the needs stay as they are. */
  readonly needs?: readonly { readonly need: NeedCode; readonly priority: number }[] | null | undefined;
}
export interface IntakeCounts {
  readonly total: number;
  readonly channels: readonly { readonly channel: DiscoveryChannel; readonly count: number }[];
  /** Children on file whose intake nobody has written down yet. */
  readonly unrecorded: number;
}

type ChangeError = InvalidInputError | NotFoundError | StaleVersionError;

const LONGEST = 100;

@Injectable()
export class ChildIntakes {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly agencies: Agencies,
    private readonly children: ChildrenRepository,
    private readonly cipher: Cipher,
  ) {}

  /** Changes whenever anything of an intake does. Keyed, since it is drawn from what is sealed too. */
  versionOf({ id, school, needs, intake }: ChildView): number {
    const said = JSON.stringify([school ?? null, needs, Object.entries(intake).sort()]);
    const keyed = Buffer.from(this.cipher.blindIndex('child.intakeVersion', `${id} ${said}`), 'base64url');
    return keyed.readUInt32BE(0) >>> 1;
  }

  async change(actor: PersonActor, input: IntakeInput): Promise<Result<ChildView, ChangeError>> {
    const today = await this.agencies.today(actor.agencyId);
    return this.work.run(actor, async () => {
      const within = rowsFor(actor, 'child.record');
      await this.children.lock(within, [input.childId]);
      const child = (await this.children.byIds(within, [input.childId])).get(input.childId);
      if (!child || child.person.erased) return err({ code: 'NOT_FOUND' as const });
      const currentVersion = this.versionOf(child);
      if (input.version != null && input.version !== currentVersion) {
        return err({ code: 'STALE_VERSION' as const, currentVersion });
      }
      const fields = problemsOf(input, today);
      if (fields.length > 0) return err({ code: 'INVALID_INPUT' as const, fields });
      // Where a file is closed the school is not on the page: what was not said stays.
      const school = input.school == null ? child.school : trimmed(input.school);
      await this.children.changeIntake(actor.agencyId, child, school, {
        categories: [...new Set(input.categories)],
        difficultyLevel: input.difficultyLevel ?? undefined,
        discoveryChannel: input.discoveryChannel,
        discoveredOn: input.discoveredOn ?? undefined,
        referrer: input.referrer.trim(),
        schoolStage: input.schoolStage ?? undefined,
        registration: input.registration ?? undefined,
        needPriorities: input.needs ? mostPressingFirst(input.needs) : child.intake.needPriorities,
      });
      const facts = { channel: input.discoveryChannel };
      this.trail.record({ action: 'child.intakeChanged', subjectType: 'Child', subjectId: child.id, facts });
      const changed = (await this.children.byIds(within, [child.id])).get(child.id);
      return changed ? ok(changed) : err({ code: 'NOT_FOUND' as const });
    });
  }

  /** How many came by each channel; the channels add up to the total (P02). */
  async counts(within: Rows): Promise<IntakeCounts> {
    const where = { ...rowWhere(within), erasedAt: IsNull() };
    const query = this.database.repository(Child).createQueryBuilder('c');
    const rows: { channel: DiscoveryChannel | null; count: number | string }[] = await query
      .select('c.discoveryChannel', 'channel')
      .addSelect('COUNT(*)', 'count')
      .where(where)
      .groupBy('c.discoveryChannel')
      .getRawMany();
    const countOf = (channel: string | null) => Number(rows.find((row) => row.channel === channel)?.count ?? 0);
    const channels = DISCOVERY_CHANNELS.map(({ code }) => ({ channel: code, count: countOf(code) }));
    return { total: channels.reduce((sum, { count }) => sum + count, 0), channels, unrecorded: countOf(null) };
  }
}

function problemsOf(input: IntakeInput, today: LocalDate): Problem[] {
  const referrer = input.referrer.trim();
  return [
    ...(referrer === '' ? [{ field: 'referrer', code: 'REQUIRED' }] : []),
    ...([...referrer].length > LONGEST ? [{ field: 'referrer', code: 'TOO_LONG' }] : []),
    ...([...(input.school ?? '').trim()].length > LONGEST ? [{ field: 'school', code: 'TOO_LONG' }] : []),
    ...dayProblems('discoveredOn', input.discoveredOn, { today }),
    ...(input.needs ?? []).flatMap(({ priority }, index) => priorityProblems(`needs.${index}.priority`, priority)),
  ];
}

/** The most pressing first; of two that press alike, in the order of the table. */
function mostPressingFirst(needs: NonNullable<IntakeInput['needs']>): Record<string, number> {
  const order = NEEDS.map(({ code }) => code);
  const sorted = [...needs].sort((a, b) => b.priority - a.priority || order.indexOf(a.need) - order.indexOf(b.need));
  return Object.fromEntries(sorted.map(({ need, priority }) => [need, priority]));
}
