import { Injectable } from '@nestjs/common';
import { err, ok, type AgencyId, type Result } from '@tongxing/shared/kernel';
import {
  parseSetting,
  SETTINGS,
  settingDefinition,
  settingValues,
  type SettingDefinition,
  type SettingKey,
  type SettingValues,
} from '@tongxing/shared/rules';
import type { PersonActor } from '../../platform/access/index.js';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { Clock, Ids } from '../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import type { InvalidInputError, NotFoundError, StaleVersionError } from '../../platform/graphql/index.js';
import { AgencySetting } from './agency.entity.js';

export interface SettingView {
  readonly definition: SettingDefinition;
  readonly value: string;
  /** 0 while the default stands. */
  readonly version: number;
}
/** What follows at once from a changed setting, in the same unit of work. */
export type SettingEffect = (agencyId: AgencyId) => Promise<void>;
type ChangeError = InvalidInputError | NotFoundError | StaleVersionError;

/** The numbers that the rules leave to each agency. */
@Injectable()
export class AgencySettings {
  readonly #effects = new Map<string, SettingEffect>();

  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** All values in force, defaults included. */
  async valuesOf(agencyId: AgencyId): Promise<SettingValues> {
    const rows = await this.#rows(agencyId);
    return settingValues(new Map(rows.map((row) => [row.key, row.value])));
  }

  async list(agencyId: AgencyId): Promise<SettingView[]> {
    const rows = new Map((await this.#rows(agencyId)).map((row) => [row.key, row]));
    return SETTINGS.map((definition) => toView(definition, rows.get(definition.key)));
  }

  /** Whatever stands on these settings beyond the next question registers here. */
  whenChanged(keys: readonly SettingKey[], effect: SettingEffect): void {
    for (const key of keys) this.#effects.set(key, effect);
  }

  /** Sets one value; audited with the old and the new one. */
  change(actor: PersonActor, key: string, raw: string, version: number): Promise<Result<SettingView, ChangeError>> {
    return this.work.run(actor, async () => {
      const definition = settingDefinition(key);
      if (!definition) return err({ code: 'NOT_FOUND' as const });
      const parsed = parseSetting(key, raw);
      if (!parsed.ok) {
        return err({ code: 'INVALID_INPUT' as const, fields: [{ field: 'value', code: parsed.error.code }] });
      }
      const before = await this.#lock(actor.agencyId, key);
      const currentVersion = before?.version ?? 0;
      if (currentVersion !== version) return err({ code: 'STALE_VERSION' as const, currentVersion });
      const after = await this.#write(actor.agencyId, key, String(parsed.value), before);
      this.trail.record({
        action: 'setting.changed',
        subjectType: 'AgencySetting',
        subjectId: after.id,
        facts: { key, from: before?.value ?? String(definition.default), to: after.value },
      });
      await this.#effects.get(key)?.(actor.agencyId);
      return ok(toView(definition, after));
    });
  }

  #rows(agencyId: AgencyId): Promise<AgencySetting[]> {
    return this.database.repository(AgencySetting).findBy({ agencyId });
  }

  #lock(agencyId: AgencyId, key: string): Promise<AgencySetting | null> {
    const query = this.database
      .repository(AgencySetting)
      .createQueryBuilder('s')
      .where('s.agencyId = :agencyId AND s.key = :key', { agencyId, key });
    return this.database.forUpdate(query).getOne();
  }

  async #write(agencyId: AgencyId, key: string, value: string, before: AgencySetting | null): Promise<AgencySetting> {
    const row = {
      id: before?.id ?? this.ids.next<never>(),
      agencyId,
      key,
      value,
      version: (before?.version ?? 0) + 1,
      changedAt: this.clock.nowIso(),
    };
    const settings = this.database.repository(AgencySetting);
    await (before ? settings.update({ id: row.id }, row) : settings.insert(row));
    return row;
  }
}

function toView(definition: SettingDefinition, row: AgencySetting | undefined | null): SettingView {
  return { definition, value: row?.value ?? String(definition.default), version: row?.version ?? 0 };
}
