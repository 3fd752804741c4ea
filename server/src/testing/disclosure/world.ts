// A small real world, made by the product's own services: two agencies, two offices, everybody's roles, pairs that last
// and pairs that are over.
import type { Server } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { AgencyId, LocalDate, OfficeId, PersonId } from '@tongxing/shared/kernel';
import type { Grade } from '@tongxing/shared/permissions';
import { Households } from '../../children/index.js';
import { RosterImports } from '../../imports/index.js';
import { Agency, Invitations, Office } from '../../people/index.js';
import type { PersonActor } from '../../platform/access/index.js';
import { Clock, Ids } from '../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { JobWorker, Outbox } from '../../platform/outbox/index.js';
import { addGift } from './gifts.js';
import { addOffers } from './offers.js';
import { addShare, READERS_OUTSIDE } from './shares.js';
import { must, Pairs, textsOf } from './pairs.js';
import { People, STAFF_ROLES, VISITOR, type Reader } from './people.js';

/** A text that tells of a child, and whose. */
export interface Mark {
  readonly text: string;
  readonly childId: string;
  readonly grade: Grade;
}
export interface World {
  readonly app: NestExpressApplication;
  readonly readers: readonly Reader[];
  readonly marks: readonly Mark[];
}

export async function buildWorld(app: NestExpressApplication): Promise<World> {
  // All questions are made in one go, which takes longer than a server keeps an idle line open.
  (app.getHttpServer() as Server).keepAliveTimeout = 0;
  const marks: Mark[] = [];
  const ours = await buildOurs(app, marks);
  const others = await buildOthers(app, marks);
  await addDeadLetters(app, [ours.agencyId, others.agencyId]);
  return { app, readers: [VISITOR, ...ours.readers, ...others.readers], marks };
}

interface Built {
  readonly agencyId: AgencyId;
  readonly readers: readonly Reader[];
}

async function buildOurs(app: NestExpressApplication, marks: Mark[]): Promise<Built> {
  const agencyId = await addAgency(app, '同行社工');
  const north = await addOffice(app, agencyId, '北站');
  const south = await addOffice(app, agencyId, '南站');
  const people = new People(app, agencyId, 'ours');
  const staff: Reader[] = [];
  for (const role of STAFF_ROLES) staff.push(await people.join({ name: role, role }));
  const bound = (['SOCIAL_WORKER', 'SUPERVISOR', 'DIRECTOR'] as const).map((role) => ({
    name: `${role} in one office`,
    role,
    officeId: north,
  }));
  for (const post of bound) staff.push(await people.join(post));
  const southern = await people.join({
    name: 'SOCIAL_WORKER in the other office',
    role: 'SOCIAL_WORKER',
    officeId: south,
  });
  const find = (name: string) => staff.find((reader) => reader.name === name) ?? VISITOR;
  const everywhere = await people.actor(find('SOCIAL_WORKER'));
  const northern = await people.actor(find('SOCIAL_WORKER in one office'));
  const inSouth = await people.actor(southern);
  const pairs = new Pairs(app, agencyId, (await people.actor(find('SUPERVISOR'))).personId, '139');
  const addChild = async (mark: string, officeId?: OfficeId) =>
    remember(marks, mark, await pairs.addChild(mark, officeId));

  const lasting = await pairs.addVolunteer('陪伴者甲', 3, north);
  const volunteer = await people.join({ name: 'VOLUNTEER', role: 'VOLUNTEER', officeId: north }, lasting.personId);
  const asVolunteer = await people.actor(volunteer);
  const atHome = await addChild('北一', north);
  await settle(app, northern, atHome);
  const first = await pairs.begin(northern, asVolunteer, atHome, '北一');
  const over = await pairs.begin(northern, asVolunteer, await addChild('北二', north), '北二');
  const former = await pairs.addVolunteer('陪伴者乙', 1, south);
  const employee = await people.join({ name: 'EMPLOYEE', role: 'EMPLOYEE', officeId: south }, former.personId);
  const ended = await pairs.begin(inSouth, await people.actor(employee), await addChild('南一', south), '南一');
  const other = await pairs.addVolunteer('陪伴者丙', 1, south);
  const another = await people.join({ name: 'another VOLUNTEER', role: 'VOLUNTEER', officeId: south }, other.personId);
  await pairs.begin(inSouth, await people.actor(another), await addChild('南二', south), '南二');
  await pairs.end(northern, over, '北二');
  await pairs.end(inSouth, ended, '南一');
  await pairs.addVolunteer('陪伴者丁', 3, north, 'HIT');
  const invited = await pairs.addVolunteer('陪伴者戊', 3);
  await invite(app, await people.actor(find('DIRECTOR')), invited.personId);
  await settle(app, everywhere, await addChild('全一'));
  await settle(app, inSouth, await addChild('南三', south));
  await addOffers(app, {
    supervisor: await people.actor(find('SUPERVISOR')),
    director: await people.actor(find('DIRECTOR')),
    ...{ childId: atHome, volunteerId: lasting.id, colleagueId: everywhere.personId },
  });
  const donorPersonId = (await people.actor(find('DONOR'))).personId;
  await addGift(app, {
    writer: everywhere,
    reader: await people.actor(find('SUPERVISOR')),
    donorPersonId,
    childId: atHome,
  });
  for (const [role, audience] of READERS_OUTSIDE) {
    const { personId } = await people.actor(find(role));
    await addShare(app, { writer: everywhere, readerPersonId: personId, audience, childId: atHome });
  }
  // Across offices on purpose: whoever works for the whole agency may propose what an office may not.
  await pairs.propose(everywhere);
  const guardianCookie = () => pairs.guardianCookie(northern, first);
  const guardian: Reader = {
    ...{ name: 'GUARDIAN', role: 'GUARDIAN', agencyId },
    childId: marks.find((mark) => mark.text === textsOf('北一').name)?.childId,
    enter: guardianCookie,
    cookie: await guardianCookie(),
  };
  await stage(app, northern, '北三');
  await stage(app, inSouth, '南四');
  await stage(app, everywhere, '全二');
  return { agencyId, readers: [...staff, southern, volunteer, employee, another, guardian] };
}

async function buildOthers(app: NestExpressApplication, marks: Mark[]): Promise<Built> {
  const agencyId = await addAgency(app, '别处社工');
  const people = new People(app, agencyId, 'others');
  const supervisor = await people.join({ name: 'SUPERVISOR of another agency', role: 'SUPERVISOR' });
  const director = await people.join({ name: 'DIRECTOR of another agency', role: 'DIRECTOR' });
  const actor = await people.actor(supervisor);
  const pairs = new Pairs(app, agencyId, actor.personId, '137');
  const companion = await pairs.addVolunteer('别处陪伴者', 2);
  const volunteer = await people.join({ name: 'VOLUNTEER of another agency', role: 'VOLUNTEER' }, companion.personId);
  const childId = remember(marks, '别一', await pairs.addChild('别一'));
  await pairs.begin(actor, await people.actor(volunteer), childId, '别一');
  remember(marks, '别二', await pairs.addChild('别二'));
  await settle(app, actor, childId);
  const invited = await pairs.addVolunteer('别处新人', 1);
  await invite(app, await people.actor(director), invited.personId);
  await addOffers(app, {
    supervisor: actor,
    director: await people.actor(director),
    ...{ childId, volunteerId: companion.id, colleagueId: (await people.actor(director)).personId },
  });
  const donor = await people.join({ name: 'DONOR of another agency', role: 'DONOR' });
  const donorPersonId = (await people.actor(donor)).personId;
  await addGift(app, { writer: actor, reader: await people.actor(director), donorPersonId, childId });
  await pairs.propose(actor);
  await stage(app, actor, '别三');
  return { agencyId, readers: [supervisor, director, volunteer, donor] };
}

function remember<Id extends string>(marks: Mark[], mark: string, childId: Id): Id {
  const { plan, ...identity } = textsOf(mark);
  // What the two set out to do is the companion's to know as well.
  marks.push({ text: plan, childId, grade: 'G3' });
  marks.push(...Object.values(identity).map((text) => ({ text, childId, grade: 'G4' as const })));
  return childId;
}

async function addAgency(app: NestExpressApplication, name: string): Promise<AgencyId> {
  const id = app.get(Ids).next<AgencyId>();
  const createdAt = app.get(Clock).nowIso();
  const agency = { id, name, timeZone: 'Asia/Shanghai', locale: 'zh-CN', contactPhone: null, createdAt };
  await write(app, id, () => app.get(Database).repository(Agency).insert(agency));
  return id;
}

async function addOffice(app: NestExpressApplication, agencyId: AgencyId, name: string): Promise<OfficeId> {
  const id = app.get(Ids).next<OfficeId>();
  const createdAt = app.get(Clock).nowIso();
  const office = { id, agencyId, name, areaCode: null, startsOn: '2026-01-01' as LocalDate, endsOn: null, createdAt };
  await write(app, agencyId, () => app.get(Database).repository(Office).insert(office));
  return id;
}

async function stage(app: NestExpressApplication, actor: PersonActor, mark: string): Promise<void> {
  const { name, school, guardian } = textsOf(mark);
  const csv = `儿童姓名,性别,出生日期,学校,监护人姓名\n${name},女,2016-01-01,${school},${guardian}\n`;
  const file = { kind: 'CHILDREN' as const, name: 'children.csv', bytes: new TextEncoder().encode(csv) };
  must(await app.get(RosterImports).stage(actor, file));
}

/** A household for a child, with the guardian whom the file names. */
async function settle(app: NestExpressApplication, actor: PersonActor, childId: string): Promise<void> {
  must(await app.get(Households).record(actor, { childIds: [childId], adults: [] }));
}

/** By the phone number on file. */
async function invite(app: NestExpressApplication, director: PersonActor, personId: PersonId): Promise<void> {
  must(await app.get(Invitations).invite(director, { personId, roles: [], locale: 'zh-CN' }));
}

/** A message without a recipient, which nothing can send. */
async function addDeadLetters(app: NestExpressApplication, agencies: readonly AgencyId[]): Promise<void> {
  for (const agencyId of agencies) {
    await write(app, agencyId, () => app.get(Outbox).add('message.send', { text: '没有收件人' }));
  }
  await app.get(JobWorker).drain();
}

function write<T>(app: NestExpressApplication, agencyId: AgencyId, work: () => Promise<T>): Promise<T> {
  return app.get(UnitOfWork).run({ kind: 'system', agencyId, name: 'test' }, work);
}
