// What an agency offers and keeps beside its pairs: a programme with a place held, an area, who a volunteer is, a
// colleague's certificate, an exemption, an activity at a venue; written by the product's own services.
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { ChildId, LocalDate, PersonId, VolunteerId } from '@tongxing/shared/kernel';
import { Activities, Venues } from '../../activities/index.js';
import { Exemptions, StaffCredentials, ServiceAreas, VolunteerKinds } from '../../people/index.js';
import { VENUE_CHECKS } from '@tongxing/shared/rules';
import type { PersonActor } from '../../platform/access/index.js';
import { Enrolments, Programmes } from '../../programmes/index.js';
import { must } from './pairs.js';

export interface Offered {
  readonly supervisor: PersonActor;
  readonly director: PersonActor;
  readonly childId: ChildId;
  readonly volunteerId: VolunteerId;
  readonly colleagueId: PersonId;
}

const DAY = '2026-03-01' as LocalDate;

export async function addOffers(app: NestExpressApplication, offered: Offered): Promise<void> {
  const { supervisor, director, childId, volunteerId, colleagueId } = offered;
  const open = { nameEn: undefined, purpose: undefined, places: undefined, startsOn: DAY, endsOn: undefined };
  const programme = { ...open, name: '流动书桌', level: 'CHILD', support: 'INSTRUMENTAL', criteria: {} } as const;
  const { id: programmeId } = must(await app.get(Programmes).create(supervisor, programme)).programme;
  must(await app.get(Enrolments).enrol(supervisor, { programmeId, childId, requestId: `world.${programmeId}` }));
  must(await app.get(ServiceAreas).add(director, 'W1', { name: '河东', nameEn: '', x: 0, y: 0 }));
  must(await app.get(VolunteerKinds).add(supervisor, volunteerId, 'STUDENT', DAY));
  const exemption = { requirement: 'VOLUNTEER_AGREEMENT', reason: 'PAPER_ON_ITS_WAY' } as const;
  must(await app.get(Exemptions).grant(director, { ...exemption, volunteerId, until: '2026-12-01' as LocalDate }));
  const certificate = { kind: 'SOCIAL_WORKER', number: undefined, issuedBy: undefined } as const;
  const days = { validFrom: DAY, validUntil: undefined, paperIds: [] };
  must(await app.get(StaffCredentials).record(supervisor, { ...certificate, ...days, personId: colleagueId }));
  await addActivity(app, supervisor, colleagueId);
}

async function addActivity(app: NestExpressApplication, supervisor: PersonActor, colleagueId: PersonId): Promise<void> {
  const place = { name: '大厅', address: '', people: 40, checks: VENUE_CHECKS.map(({ code }) => code) };
  const { id: venueId } = must(await app.get(Venues).save(supervisor, { ...place, checkedOn: DAY }));
  const risks = { riskChildren: '走散', riskStaff: '中暑' };
  const plan = {
    ...{ kind: 'OUTING' as const, theme: '去公园', themeEn: '', venueId, onDate: '2026-12-19' as LocalDate },
    ...{ startMinute: 540, endMinute: 660, childrenGroup: '周六小组', children: 4, childrenPerAdult: 5 },
    ...{ taskGoal: '认识三种树', processGoal: '一起走', childrenPart: '孩子们选路', ...risks },
    ...{ inChargeIds: [colleagueId], roles: [], budget: [] },
  } as const;
  must(await app.get(Activities).create(supervisor, plan, `world.${venueId}`));
}
