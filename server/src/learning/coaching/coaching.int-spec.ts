// The coach's view through the API, on the engine under test: refusals first.
import { addDays, type AgencyId, type LocalDate, type PersonId } from '@tongxing/shared/kernel';
import type { Role } from '@tongxing/shared/permissions';
import { Agencies, VolunteersRepository } from '../../people/index.js';
import { addAgency, addPerson, inAgency, TEST_PASSWORD } from '../../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../../testing/test-app.js';
import { Trainings } from '../../training/index.js';

const COACHING = 'query ($everybody: Boolean!) { coaching(everybody: $everybody) { of stuck { name step on } } }';
interface Coaching {
  readonly coaching: {
    readonly of: number;
    readonly stuck: readonly { readonly name: string; readonly step: string; readonly on: string | null }[];
  };
}

let platform: TestApp;
let agencyId: AgencyId;
let today: LocalDate;

async function join(name: string, role: Role, of = agencyId): Promise<{ client: TestClient; personId: PersonId }> {
  const identifier = `${name}@coaching.example`;
  const personId = await addPerson(platform.app, of, { name, roles: [role], identifier });
  const client = platform.client();
  expect(await client.signIn(identifier, TEST_PASSWORD)).toBe('Viewer');
  return { client, personId };
}
async function addVolunteer(name: string, supervisorId: PersonId, trainedOn?: LocalDate): Promise<void> {
  const personId = await addPerson(platform.app, agencyId, { name, roles: ['VOLUNTEER'] });
  const nothing = { languages: [], skills: [], freeTimes: [], places: 1 };
  await inAgency(platform.app, agencyId, async () => {
    await platform.app.get(VolunteersRepository).addAll([{ agencyId, personId, supervisorId, ...nothing }]);
    if (trainedOn === undefined) return;
    const fact = { agencyId, personId, happenedOn: trainedOn, validUntil: null, batchId: null, confirmedBy: null };
    await platform.app.get(Trainings).addAll([{ ...fact, kind: 'PRE_SERVICE' }]);
  });
}
const coaching = async (client: TestClient, everybody = false) =>
  (await client.data<Coaching>(COACHING, { everybody })).coaching;

beforeAll(async () => {
  platform = await startTestApp();
  agencyId = await addAgency(platform.app, 'coaching');
  today = await platform.app.get(Agencies).today(agencyId);
});
afterAll(() => platform.stop());

it('is for staff, of their own agency and of those beside whom they stand, the most pressing first', async () => {
  const volunteer = await join('ming', 'VOLUNTEER');
  const refused = await volunteer.client.graphql(COACHING, { everybody: true });
  expect(refused.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  const lead = await join('lead', 'SUPERVISOR');
  const other = await join('other', 'SUPERVISOR');
  const stranger = await join('stranger', 'DIRECTOR', await addAgency(platform.app, 'another'));
  await addVolunteer('新来的', lead.personId);
  await addVolunteer('学得久的', lead.personId, addDays(today, -731));
  await addVolunteer('快到期的', lead.personId, addDays(today, -700));
  await addVolunteer('刚学完的', lead.personId, today);
  expect(await coaching(lead.client)).toEqual({
    of: 4,
    stuck: [
      { name: '学得久的', step: 'ENDED', on: addDays(today, -1) },
      { name: '新来的', step: 'NO_SESSION', on: null },
      { name: '快到期的', step: 'ENDS_SOON', on: addDays(today, 30) },
    ],
  });
  expect(await coaching(other.client)).toEqual({ of: 0, stuck: [] });
  expect((await coaching(other.client, true)).stuck).toHaveLength(3);
  expect(await coaching(stranger.client, true)).toEqual({ of: 0, stuck: [] });
});
