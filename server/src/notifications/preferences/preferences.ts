// How people want to be told what: their own choice, read by the port before each message and by nobody else.
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { err, ok, type AgencyId, type PersonId, type Result } from '@tongxing/shared/kernel';
import {
  CHOSEN_KINDS,
  frequencyOf,
  preferenceProblems,
  USUAL_PREFERENCES,
  type ChosenKind,
  type Frequency,
  type MessageChannel,
  type MessagePreferences,
} from '@tongxing/shared/rules';
import type { Actor, PersonActor } from '../../platform/access/index.js';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { Clock, Ids } from '../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import type { InvalidInputError, StaleVersionError } from '../../platform/graphql/index.js';
import { Recipients } from '../recipients.js';
import { MessagePreference } from './preference.entity.js';

/** A choice with what it stands beside: its version, and the ways there are. */
export interface OwnPreferences {
  readonly chosen: MessagePreferences;
  readonly version: number;
  readonly channels: readonly MessageChannel[];
}
type Saved = Result<OwnPreferences, InvalidInputError | StaleVersionError>;

/** What a link in a mail stops: one kind, or everything that is sent together. */
export type StoppedKinds = ChosenKind | 'GATHERED';

@Injectable()
export class Preferences {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly recipients: Recipients,
  ) {}

  /** Whoever has chosen nothing has the usual; by person. */
  async of(agencyId: AgencyId, personIds: readonly PersonId[]): Promise<(personId: PersonId) => MessagePreferences> {
    const where = { agencyId, personId: In([...personIds]) };
    const rows = personIds.length === 0 ? [] : await this.database.repository(MessagePreference).findBy(where);
    const chosen = new Map(rows.map((row) => [row.personId, toPreferences(row)]));
    return (personId) => chosen.get(personId) ?? USUAL_PREFERENCES;
  }

  async own({ agencyId, personId }: PersonActor): Promise<OwnPreferences> {
    const row = await this.database.repository(MessagePreference).findOneBy({ agencyId, personId });
    const chosen = row ? toPreferences(row) : USUAL_PREFERENCES;
    return { chosen, version: row?.version ?? 0, channels: await this.#channels(agencyId, personId) };
  }

  /** All of the choice at once; a choice that was made elsewhere meanwhile is not overwritten. */
  async save(actor: PersonActor, version: number, chosen: MessagePreferences): Promise<Saved> {
    const fields = preferenceProblems(chosen);
    if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
    const channels = await this.#channels(actor.agencyId, actor.personId);
    return this.work.run(actor, async () => {
      const row = await this.#locked(actor.agencyId, actor.personId);
      if (row.version !== version) return err({ code: 'STALE_VERSION' as const, currentVersion: row.version });
      await this.#write(row, chosen);
      const kinds = CHOSEN_KINDS.filter((kind) => frequencyOf(chosen, kind) !== 'AT_ONCE').length;
      this.#record('messages.chosen', row, { kinds, quiet: chosen.quietFrom !== undefined });
      return ok({ chosen, version: version + 1, channels });
    });
  }

  /** By the link of a mail, without signing in: nothing of the kind is sent any more. Twice is as good as once. */
  async stop(agencyId: AgencyId, personId: PersonId, kinds: StoppedKinds): Promise<void> {
    const actor: Actor = { kind: 'system', agencyId, name: 'messages:unsubscribe' };
    await this.work.run(actor, async () => {
      const row = await this.#locked(agencyId, personId);
      const chosen = toPreferences(row);
      const gathered = CHOSEN_KINDS.filter((kind) => ['DAILY', 'WEEKLY'].includes(frequencyOf(chosen, kind)));
      const stopped = (kinds === 'GATHERED' ? gathered : [kinds]).filter(
        (kind) => frequencyOf(chosen, kind) !== 'IN_APP',
      );
      if (stopped.length === 0) return;
      const off: readonly (readonly [ChosenKind, Frequency])[] = stopped.map((kind) => [kind, 'IN_APP']);
      await this.#write(row, { ...chosen, frequencies: { ...chosen.frequencies, ...Object.fromEntries(off) } });
      this.#record('messages.unsubscribed', row, { kinds: stopped.length });
    });
  }

  async #channels(agencyId: AgencyId, personId: PersonId): Promise<MessageChannel[]> {
    const [self] = await this.recipients.of(agencyId, [personId]);
    return self ? [...(self.mail ? ['MAIL' as const] : []), ...(self.phone ? ['SMS' as const] : [])] : [];
  }

  /** The row of somebody, made where there was none: two first choices at once wait for each other. */
  async #locked(agencyId: AgencyId, personId: PersonId): Promise<MessagePreference> {
    const rows = this.database.repository(MessagePreference);
    const id: string = this.ids.next<never>();
    const { digestHour, digestWeekday } = USUAL_PREFERENCES;
    const usual = { frequencies: {}, quietFrom: null, quietUntil: null, digestHour, digestWeekday, channel: null };
    const first = { id, agencyId, personId, ...usual, version: 0, changedAt: this.clock.nowIso() };
    await rows.createQueryBuilder().insert().values(first).orIgnore().execute();
    const query = rows.createQueryBuilder('p').where({ agencyId, personId });
    return this.database.forUpdate(query).getOneOrFail();
  }

  async #write(row: MessagePreference, chosen: MessagePreferences): Promise<void> {
    const { frequencies, quietFrom, quietUntil, digestHour, digestWeekday, channel } = chosen;
    const change = { frequencies: { ...frequencies }, quietFrom: quietFrom ?? null, quietUntil: quietUntil ?? null };
    await this.database.repository(MessagePreference).update(
      { id: row.id },
      {
        ...change,
        ...{ digestHour, digestWeekday, channel: channel ?? null },
        ...{ version: row.version + 1, changedAt: this.clock.nowIso() },
      },
    );
  }

  #record(action: string, { personId }: MessagePreference, facts: Readonly<Record<string, number | boolean>>): void {
    this.trail.record({ action, subjectType: 'Person', subjectId: personId, facts });
  }
}

function toPreferences(row: MessagePreference): MessagePreferences {
  const { frequencies, digestHour, digestWeekday } = row;
  return {
    ...{ frequencies, digestHour, digestWeekday },
    quietFrom: row.quietFrom ?? undefined,
    quietUntil: row.quietUntil ?? undefined,
    channel: row.channel ?? undefined,
  };
}
