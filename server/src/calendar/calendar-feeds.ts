// A calendar's own way in: a secret address, known to its owner alone, that can be renewed and ended at any time.
import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { addDays, instantAt, type AgencyId, type PersonId } from '@tongxing/shared/kernel';
import { Actors, Agencies, PeopleRepository } from '../people/index.js';
import type { PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Logins } from '../platform/auth/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { CONFIG, type Config } from '../platform/config/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { CalendarFeed } from './calendar-feed.entity.js';
import { CalendarSources, type Appointment } from './calendar-sources.js';
import { APPOINTMENT_TITLES, CALENDAR_WORDS } from './calendar-words.js';
import { toICal, type CalendarEvent } from './domain/ical.js';

const SECRET_BYTES = 32;
const SECRET = /^[\w-]{43}$/;
/** What was lately stays, so that a calendar does not lose it on the day itself. */
const KEPT_DAYS = 31;
const MINUTE_MS = 60_000;

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

@Injectable()
export class CalendarFeeds {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly agencies: Agencies,
    private readonly people: PeopleRepository,
    private readonly actors: Actors,
    private readonly logins: Logins,
    private readonly sources: CalendarSources,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Since when there is an address of one's own; undefined: there is none. */
  async since({ agencyId, personId }: PersonActor): Promise<string | undefined> {
    return (await this.database.repository(CalendarFeed).findOneBy({ agencyId, personId }))?.madeAt;
  }

  /** A new address; an earlier one ends with it. Told here, and never again. */
  renew(actor: PersonActor): Promise<{ readonly url: string; readonly madeAt: string }> {
    const { agencyId, personId } = actor;
    const secret = randomBytes(SECRET_BYTES).toString('base64url');
    return this.work.run(actor, async () => {
      const feeds = this.database.repository(CalendarFeed);
      const fresh = { secretHash: hashOf(secret), madeAt: this.clock.nowIso() };
      const id: string = this.ids.next<never>();
      await feeds
        .createQueryBuilder()
        .insert()
        .values({ id, agencyId, personId, ...fresh })
        .orIgnore()
        .execute();
      await feeds.update({ agencyId, personId }, fresh);
      this.trail.record({ action: 'calendar.renewed', subjectType: 'Person', subjectId: personId });
      return { url: `${this.config.publicUrl}/calendar/${secret}.ics`, madeAt: fresh.madeAt };
    });
  }

  /** The address answers no more; without one, nothing happens. */
  revoke(actor: PersonActor): Promise<void> {
    const { agencyId, personId } = actor;
    return this.work.run(actor, async () => {
      const { affected } = await this.database.repository(CalendarFeed).delete({ agencyId, personId });
      if (affected === 0) return;
      this.trail.record({ action: 'calendar.revoked', subjectType: 'Person', subjectId: personId });
    });
  }

  /** The calendar behind a secret; undefined where there is none, or where its owner may not sign in any more. */
  async read(secret: string): Promise<string | undefined> {
    if (!SECRET.test(secret)) return undefined;
    const feed = await this.database.repository(CalendarFeed).findOneBy({ secretHash: hashOf(secret) });
    if (!feed) return undefined;
    const [agencyId, personId] = [feed.agencyId as AgencyId, feed.personId as PersonId];
    const loginId = (await this.people.loginsOf(agencyId, [personId])).get(personId);
    if (!loginId || !(await this.actors.ofLogin(loginId, 'calendar', personId))) return undefined;
    const locale = (await this.logins.find(loginId))?.locale === 'en' ? 'en' : 'zh-CN';
    const timeZone = await this.agencies.timeZone(agencyId);
    const from = addDays(this.clock.today(timeZone), -KEPT_DAYS);
    const appointments = await this.sources.all(agencyId, personId, from);
    const events = appointments.map((one) => this.#event(one, timeZone, locale));
    return toICal({ name: CALENDAR_WORDS[locale].name, timeZone, now: this.clock.now(), events });
  }

  #event(appointment: Appointment, timeZone: string, locale: 'zh-CN' | 'en'): CalendarEvent {
    const { kind, id, sequence, day, span, path, status } = appointment;
    const words = CALENDAR_WORDS[locale];
    const { publicUrl } = this.config;
    const from = span && instantAt(day, span.startMinute, timeZone);
    return {
      // The row's id tells when it was made, and no more; hashed, it tells nothing.
      uid: `${hashOf(`${kind} ${id}`).slice(0, 32)}@${new URL(publicUrl).hostname}`,
      sequence,
      status,
      title: `${status === 'CANCELLED' ? words.calledOff : ''}${APPOINTMENT_TITLES[kind][locale]}`,
      about: words.about,
      url: `${publicUrl}${path}`,
      when: from ? { from, to: new Date(from.getTime() + span.minutes * MINUTE_MS) } : { day },
    };
  }
}
