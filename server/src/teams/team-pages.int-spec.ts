// What a team is told about a day: how to find it only once it comes, how long a hold still stands by the platform's own
// clock, and an agreed day as a calendar file, to nobody else.
import ICAL from 'ical.js';
import { CLUB_LOGIN, DEMO_PASSWORD, demoLogin, startDemoApp } from '../testing/demo-app.js';
import type { TestApp, TestClient } from '../testing/test-app.js';

const MINE = `{ myTeamBookings { id version state secondsLeft team { shortName } day { id venue address } } }`;
const FILE = 'query ($id: ID!) { myTeamBookingCalendar(id: $id) }';
const HOUR = 60 * 60_000;

interface Booking {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly secondsLeft: number | null;
  readonly day: { readonly id: string; readonly venue: string; readonly address: string | null };
}

let platform: TestApp;
let company: TestClient;
let club: TestClient;
const mine = async (client: TestClient, state: string) => {
  const { myTeamBookings } = await client.data<{ myTeamBookings: Booking[] }>(MINE);
  const found = myTeamBookings.find((one) => one.state === state);
  if (!found) throw new Error(`no booking is ${state}`);
  return found;
};
const file = async (client: TestClient, id: string) =>
  (await client.data<{ myTeamBookingCalendar: string | null }>(FILE, { id })).myTeamBookingCalendar;

beforeAll(async () => {
  platform = await startDemoApp({ PUBLIC_URL: 'https://t.example' });
  company = platform.client();
  await company.signIn(demoLogin('CSR_COORDINATOR'), DEMO_PASSWORD);
  club = platform.client();
  await club.signIn(CLUB_LOGIN, DEMO_PASSWORD);
}, 60_000);
afterAll(() => platform.stop());

it('tells how to find children only to a team that comes', async () => {
  const all = `{ teamDays(from: "2026-11-22", to: "2027-11-22") { venue address } }`;
  const { teamDays } = await company.data<{ teamDays: { venue: string; address: string | null }[] }>(all);
  expect(teamDays.length).toBeGreaterThan(3);
  expect(teamDays.filter(({ venue, address }) => venue === '' || address !== null)).toEqual([]);
  expect((await mine(company, 'REQUESTED')).day.address).toBeNull();
  expect((await mine(company, 'WAITLISTED')).day.address).toBeNull();
  const agreed = await mine(company, 'CONFIRMED');
  expect(agreed.day.address).toBe('公交 8 路到滨河公园');
  // The page of the day itself tells no more than the catalogue.
  const one = 'query ($id: ID!) { teamDay(activityId: $id) { address } }';
  const { teamDay } = await company.data<{ teamDay: { address: string | null } }>(one, { id: agreed.day.id });
  expect(teamDay.address).toBeNull();
});

it('gives an agreed day as a calendar file to its own team, and nothing else to anybody', async () => {
  const agreed = await mine(company, 'CONFIRMED');
  const text = (await file(company, agreed.id)) ?? '';
  const [event] = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent');
  const said = new ICAL.Event(event);
  expect(said.summary).toBe('画一张我们街区的地图 · 禾光软件');
  expect(said.startDate.toJSDate().toISOString()).toBe('2027-01-09T06:00:00.000Z');
  expect(said.endDate.toJSDate().toISOString()).toBe('2027-01-09T08:30:00.000Z');
  expect(text).not.toContain('公交');
  expect(text.replaceAll('\r\n ', '')).toContain(`https://t.example/company/bookings/${encodeURIComponent(agreed.id)}`);
  expect(await file(club, agreed.id)).toBeNull();
  expect(await file(company, (await mine(company, 'REQUESTED')).id)).toBeNull();
  expect(await file(company, 'no such id')).toBeNull();
});

it('counts a hold down by the platform’s clock, and never below nothing', async () => {
  expect((await mine(company, 'CONFIRMED')).secondsLeft).toBeNull();
  expect((await mine(club, 'HELD')).secondsLeft).toBe(30 * 60);
  platform.clock.advance(10 * 60_000 + 500);
  expect((await mine(club, 'HELD')).secondsLeft).toBe(20 * 60);
  platform.clock.advance(HOUR);
  expect((await mine(club, 'HELD')).secondsLeft).toBe(0);
});
