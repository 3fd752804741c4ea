// One agreed day as a calendar file, for the coordinator's own calendar: when and what about, neither address nor name.
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { instantAt, type LocalDate } from '@tongxing/shared/kernel';
import { toICal } from '../calendar/index.js';
import { Agencies } from '../people/index.js';
import type { PersonActor } from '../platform/access/index.js';
import { Logins } from '../platform/auth/index.js';
import { Clock } from '../platform/clock/index.js';
import { CONFIG, type Config } from '../platform/config/index.js';
import { toGlobalId } from '../platform/graphql/index.js';
import { BookingViews } from './booking-views.js';
import { AGREED } from './domain/day.js';
import { Teams } from './teams.js';

const WORDS = {
  'zh-CN': { name: '同行 团队活动', about: '地点、名单和还差什么，请登录同行，在预约的页面上看。' },
  en: {
    name: 'Tongxing team day',
    about: 'For the place, the roster and what is missing, please sign in to Tongxing.',
  },
} as const;

@Injectable()
export class TeamCalendar {
  constructor(
    private readonly views: BookingViews,
    private readonly teams: Teams,
    private readonly agencies: Agencies,
    private readonly logins: Logins,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The text of the file; undefined where there is no such booking of the actor's teams, or it is not agreed. */
  async file(actor: PersonActor, bookingId: string): Promise<string | undefined> {
    const { agencyId } = actor;
    const view = await this.views.find(agencyId, bookingId);
    if (!view || !AGREED.includes(view.booking.state)) return undefined;
    if (!(await this.teams.mine(actor)).some(({ id }) => id === view.team.id)) return undefined;
    const locale = (await this.logins.find(actor.loginId))?.locale === 'en' ? 'en' : 'zh-CN';
    const timeZone = await this.agencies.timeZone(agencyId);
    const { theme, themeEn, onDate, startMinute, endMinute } = view.day.view.activity;
    const at = (minute: number): Date => instantAt(onDate as LocalDate, minute, timeZone);
    const { publicUrl } = this.config;
    const name = createHash('sha256').update(`TEAM_BOOKING ${view.booking.id}`).digest('hex').slice(0, 32);
    const event = {
      uid: `${name}@${new URL(publicUrl).hostname}`,
      // As the subscribed calendar counts it, so that the two are one appointment.
      sequence: view.booking.version + view.day.view.activity.version,
      title: `${(locale === 'en' && themeEn) || theme} · ${view.team.shortName}`,
      about: WORDS[locale].about,
      url: `${publicUrl}/company/bookings/${encodeURIComponent(toGlobalId('TeamBooking', view.booking.id))}`,
      when: { from: at(startMinute), to: at(endMinute) },
    };
    return toICal({ name: WORDS[locale].name, timeZone, now: this.clock.now(), events: [event] });
  }
}
