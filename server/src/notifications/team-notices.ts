// Who is told what about a team's booking: its coordinators what became of it, the desk that somebody waits for an answer.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addDays, type PersonId } from '@tongxing/shared/kernel';
import type { TeamBookingEnd } from '@tongxing/shared/states';
import { toGlobalId } from '../platform/graphql/index.js';
import { JobHandlers, type DomainEvents, type JobContext } from '../platform/outbox/index.js';
import { Notifier } from './notifier.js';
import { Recipients } from './recipients.js';
import type { TEAM_WORDS } from './team-words.js';

type Told = Exclude<keyof typeof TEAM_WORDS, 'colleagueInvited'>;

/** Undefined: by the team itself, which knows. */
const ENDED: Readonly<Record<TeamBookingEnd, Told | undefined>> = {
  BY_TEAM: undefined,
  BY_AGENCY: 'teamBookingDeclined',
  EXPIRED: 'teamBookingExpired',
  ACTIVITY_CANCELLED: 'teamDayCalledOff',
};

@Injectable()
export class TeamNotices implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly recipients: Recipients,
    private readonly notifier: Notifier,
  ) {}

  onModuleInit(): void {
    this.handlers.on('TeamBookingMoved', (facts, context) => this.#moved(facts, context));
    this.handlers.on('TeamPackSent', async ({ packId, personIds }, context) => {
      const path = `/company/packs/${toGlobalId('TeamPack', packId)}`;
      const told = await this.recipients.of(context.agencyId, [...personIds]);
      await this.notifier.tell(told, 'teamPackSent', { context, path });
    });
    this.handlers.on('CompanyYearSaid', (facts, context) => this.#year(facts, context));
    this.handlers.on('ColleagueInvited', async ({ bookingId, to, locale, path }, context) => {
      // Whose message it is: nobody's account; the booking's own key seals it.
      const letter = { to, locale, agencyId: context.agencyId, personId: bookingId as PersonId };
      await this.notifier.send(letter, 'colleagueInvited', {}, { context, path });
    });
  }

  async #year({ year, what, wishesUntil, personIds }: DomainEvents['CompanyYearSaid'], context: JobContext) {
    const told = await this.recipients.of(context.agencyId, [...personIds]);
    const path = `/company/year/${String(year)}`;
    const words = { day: wishesUntil };
    // Gathered with other things, it comes while there is still a day to choose.
    const until = { context, path, usefulUntil: addDays(wishesUntil, -1) };
    if (what === 'OPENED') return this.notifier.tell(told, 'companyYearOpened', until, words);
    if (what === 'CLOSING') return this.notifier.tell(told, 'companyYearCloses', until, words);
    if (what === 'LINE_CLOSED') return this.notifier.tell(told, 'companyYearLineClosed', until, words);
    const template = what === 'TOLD' ? 'companyYearTold' : 'companyYearNoDay';
    return this.notifier.tell(told, template, { context, path });
  }

  async #moved(facts: DomainEvents['TeamBookingMoved'], context: JobContext): Promise<void> {
    const { agencyId } = context;
    if (facts.to === 'REQUESTED') {
      const desk = await this.recipients.holding(agencyId, ['SOCIAL_WORKER', 'SUPERVISOR']);
      return this.notifier.tell(desk, 'teamBookingRequested', { context, path: '/agency/bookings' });
    }
    const template = toldOf(facts);
    if (!template) return;
    const path = `/company/bookings/${toGlobalId('TeamBooking', facts.bookingId)}`;
    await this.notifier.tell(await this.recipients.of(agencyId, [...facts.personIds]), template, { context, path });
  }
}

/** What the coordinators hear; undefined where they did it themselves. */
function toldOf({ from, to, endedHow }: DomainEvents['TeamBookingMoved']): Told | undefined {
  if (to === 'OFFERED') return 'teamBookingOffered';
  if (to === 'CONFIRMED' && from === 'REQUESTED') return 'teamBookingConfirmed';
  return to === 'CANCELLED' && endedHow ? ENDED[endedHow as TeamBookingEnd] : undefined;
}
