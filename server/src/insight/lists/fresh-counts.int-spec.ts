// Numbers that are kept (ADR-0027) are those of the rows as they are, after whoever may change them; and what they are
// found from are rows whose writers tell it. On the engine under test.
import { localDate, type AgencyId, type LoginId, type PersonId } from '@tongxing/shared/kernel';
import { VolunteerAgreements } from '../../agreements/index.js';
import { HouseholdWriter } from '../../children/index.js';
import { AgencySettings, PeopleRepository, VolunteersRepository } from '../../people/index.js';
import { allRows, type Rows } from '../../platform/access/index.js';
import { CountedOnce, Database, UnitOfWork } from '../../platform/database/index.js';
import { RecordChecks } from '../../screening/index.js';
import { countStatements } from '../../testing/count-statements.js';
import { Pairs } from '../../testing/disclosure/pairs.js';
import { People } from '../../testing/disclosure/people.js';
import { counted, told } from '../../testing/list-numbers.js';
import { ListWorld, NORTH, officeId, SOUTH } from '../../testing/list-world.js';
import { Trainings } from '../../training/index.js';

const LONG = 180_000;
const TODAY = localDate('2026-11-22');
const BATCH = '01900009-0000-7000-8000-000000000000';

let world: ListWorld;
let stranger: Rows;
beforeAll(async () => {
  world = await ListWorld.start();
  stranger = allRows((await actorOf('stranger')).agencyId);
}, LONG);
afterAll(() => world.platform.stop());

const part = <T>(token: abstract new (...given: never[]) => T): T => world.platform.app.get<T>(token);
const database = () => world.platform.app.get(Database);
const rowsHere = (): Rows => allRows(world.agencyId);
const actorOf = (name: string) => new People(world.platform.app, world.agencyId, 'x').actor(world.reader(name));

async function expectFresh(): Promise<void> {
  const some: Rows = { agencyId: world.agencyId, offices: [SOUTH] };
  for (const within of [rowsHere(), some, stranger])
    expect(await told(world, within)).toEqual(await counted(world, within));
}

const personOf = async (at: number): Promise<PersonId> => {
  const [row] = await world.read<{ personId: PersonId }>('SELECT personId FROM volunteer WHERE id = ?', [
    world.volunteers[at] ?? '',
  ]);
  return row?.personId as PersonId;
};
const fact = async (at: number, more: object = {}) => ({
  ...{ agencyId: world.agencyId, personId: await personOf(at), happenedOn: '2026-10-01', validUntil: null },
  ...{ batchId: null, confirmedBy: null },
  ...more,
});
const act = async (who: string, name: string, input: object) => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($i: ${type}!) { outcome: ${name}(input: $i) { __typename } }`;
  const answer = await world.ask<{ outcome: { __typename: string } }>(who, query, { i: input });
  return answer.data?.outcome.__typename ?? JSON.stringify(answer);
};
const good = async (answer: Promise<string>, type: string) => expect(await answer).toBe(type);
const inStrangers = <T>(write: () => Promise<T>) =>
  part(UnitOfWork).run({ kind: 'system', agencyId: stranger.agencyId, name: 'test' }, write);

/** Somebody of the other agency who signs in as the first volunteer here does: a stop there is one here. */
async function sameHumanThere(): Promise<void> {
  const { agencyId } = stranger;
  const loginId = world.reader('volunteer').loginId as LoginId;
  await inStrangers(async () => {
    const personId = await part(PeopleRepository).add({ agencyId, name: '同一人', loginId });
    await part(PeopleRepository).assignRole(agencyId, personId, 'VOLUNTEER', TODAY);
    const nothing = { languages: [], skills: [], freeTimes: [], places: 1 };
    await part(VolunteersRepository).addAll([{ agencyId, personId, ...nothing }]);
  });
}
const stopped = async (agencyId: AgencyId) =>
  (
    await world.read<{ id: string; personId: string }>(
      'SELECT id, personId FROM work_stop WHERE agencyId = ? AND openPersonId IS NOT NULL',
      [agencyId],
    )
  )[0];

/** In the order of the day: each begins where the one before has left off. */
const WRITERS: readonly (readonly [string, () => Promise<unknown>])[] = [
  [
    'another training, which a batch brought',
    async () => {
      const facts = [await fact(1, { batchId: BATCH, kind: 'PRE_SERVICE' as const })];
      await world.inAgency(() => part(Trainings).addAll(facts as never));
    },
  ],
  ['a batch that is confirmed', () => world.inAgency(() => part(Trainings).confirmBatch(world.agencyId, BATCH, 'p'))],
  [
    'an agreement',
    async () => {
      const facts = [await fact(1)];
      await world.inAgency(() => part(VolunteerAgreements).addAll(facts as never));
    },
  ],
  [
    'a fact at the desk',
    () =>
      good(
        act('southern', 'recordFact', {
          volunteerId: world.volunteerId(1),
          kind: 'PRE_SERVICE',
          happenedOn: '2026-11-01',
        }),
        'Volunteer',
      ),
  ],
  [
    'a fact that is taken back',
    async () => {
      const [row] = await world.read<{ id: string }>('SELECT id FROM training WHERE recordedBy IS NOT NULL');
      await world.inAgency(() => part(Trainings).takeBack(world.agencyId, row?.id ?? '', 'p', 'WRONG_PERSON'));
    },
  ],
  [
    'checks that are forgotten',
    async () => {
      const personId = await personOf(1);
      await world.inAgency(() => part(RecordChecks).forget(world.agencyId, personId));
    },
  ],
  [
    'a check',
    async () => {
      const facts = [await fact(1, { result: 'CLEAR' as const })];
      await world.inAgency(() => part(RecordChecks).addAll(facts as never));
    },
  ],
  [
    'a birth date that is put right',
    () =>
      good(
        act('southern', 'correctVolunteer', {
          volunteerId: world.volunteerId(1),
          version: 1,
          phone: '13900009999',
          birthDate: '2012-01-01',
          reason: 'DOCUMENT_SEEN',
        }),
        'Volunteer',
      ),
  ],
  [
    'another birth date',
    () =>
      good(
        act('southern', 'correctVolunteer', {
          volunteerId: world.volunteerId(1),
          version: 2,
          phone: '13900009999',
          birthDate: '1992-01-01',
          reason: 'DOCUMENT_SEEN',
        }),
        'Volunteer',
      ),
  ],
  [
    'volunteers who move to another office',
    () =>
      world.change('director', 'moveVolunteers', {
        ids: [world.volunteerId(0)],
        officeId: officeId(SOUTH),
        requestId: 'move',
      }),
  ],
  [
    'children who move to another office',
    () =>
      world.change('director', 'moveChildren', {
        ids: [world.childId(2)],
        officeId: officeId(SOUTH),
        requestId: 'move-children',
      }),
  ],
  [
    'a setting',
    async () => {
      const { version } = (await part(AgencySettings).list(world.agencyId)).find(
        ({ definition }) => definition.key === 'recordCheckValidDays',
      ) ?? { version: 0 };
      const changed = await part(AgencySettings).change(
        await actorOf('director'),
        'recordCheckValidDays',
        '30',
        version,
      );
      expect(changed.ok).toBe(true);
    },
  ],
  ['the same human in another agency', sameHumanThere],
  [
    'a stop over there',
    async () => {
      const [row] = await world.read<{ personId: string }>('SELECT personId FROM volunteer WHERE agencyId = ?', [
        stranger.agencyId,
      ]);
      const stop = {
        id: BATCH,
        agencyId: stranger.agencyId,
        personId: row?.personId ?? '',
        openPersonId: row?.personId ?? '',
      };
      await inStrangers(() =>
        database().manager.insert('work_stop', {
          ...stop,
          reason: 'OTHER',
          stoppedOn: TODAY,
          stoppedAt: world.platform.clock.nowIso(),
          stoppedBy: 'p',
        }),
      );
    },
  ],
  [
    'another login of theirs',
    async () => {
      const { personId } = (await stopped(stranger.agencyId)) ?? { personId: '' };
      await inStrangers(() => database().manager.query('UPDATE person SET loginId = NULL WHERE id = ?', [personId]));
    },
  ],
  [
    'somebody new',
    async () => {
      const pairs = new Pairs(world.platform.app, world.agencyId, world.supervisorId, '137');
      await pairs.addVolunteer('新来的', 1, NORTH);
      await pairs.addVolunteer('查到记录的', 1, SOUTH, 'HIT');
      await pairs.addChild('新一', SOUTH);
    },
  ],
  [
    'a family',
    () => world.inAgency(() => part(HouseholdWriter).addAll(world.agencyId, [{ officeId: SOUTH, members: [] }])),
  ],
  [
    'a pair that ends',
    async () => {
      const pairs = new Pairs(world.platform.app, world.agencyId, world.supervisorId, '136');
      await pairs.end(await actorOf('worker'), world.pairId, '北一');
    },
  ],
  [
    'a stop',
    async () =>
      good(
        act('director', 'stopWork', { personId: await personGlobalId(0), reason: 'OTHER', words: '先谈一谈' }),
        'WorkStanding',
      ),
  ],
  [
    'a stop that is lifted',
    async () => {
      const stop = await stopped(world.agencyId);
      await world.inAgency(() =>
        database().manager.query('UPDATE work_stop SET openPersonId = NULL WHERE id = ?', [stop?.id]),
      );
    },
  ],
  [
    'a statement by hand',
    () =>
      world.inAgency(() =>
        database().manager.query("UPDATE volunteer SET stoppedSince = '2026-11-01' WHERE id = ?", [
          world.volunteers[0],
        ]),
      ),
  ],
];
const personGlobalId = async (at: number) => {
  const query = 'query ($id: ID!) { volunteer(id: $id) { personId } }';
  const answer = await world.ask<{ volunteer: { personId: string } }>('director', query, { id: world.volunteerId(at) });
  return answer.data?.volunteer.personId ?? '';
};

it('are those of the rows at the beginning, and are found once', async () => {
  await expectFresh();
  const { statements } = await countStatements(world.platform.app, () => told(world, rowsHere()));
  expect(statements.filter((sql) => /COUNT\(/i.test(sql))).toEqual([]);
});

it.each(WRITERS)('are those of the rows after %s', async (_, write) => {
  await write();
  await expectFresh();
});

it('are found from tables alone whose writers tell it', async () => {
  const once = part(CountedOnce);
  const of = once.of.bind(once);
  const found: string[] = [];
  once.of = (agencyId, key, find, weightOf) => {
    const heard = async () => {
      const { result, statements } = await countStatements(world.platform.app, find);
      found.push(...statements);
      return result;
    };
    return of(agencyId, `${key} anew`, heard, weightOf);
  };
  try {
    await told(world, { agencyId: world.agencyId, offices: [NORTH, SOUTH] });
  } finally {
    once.of = of;
  }
  const tables = new Set(database().source.entityMetadatas.map(({ tableName }) => tableName));
  const read = new Set(
    found
      .flatMap((sql) => [...sql.matchAll(/\b(?:from|join)\s+[`"]?(\w+)/gi)].map(([, table = '']) => table))
      .filter((table) => tables.has(table)),
  );
  const { tables: heeded } = database().versions;
  // A table in this list that is missing from the other: mark its entity with `@Counted()`.
  expect([...read].filter((table) => !heeded.has(table))).toEqual([]);
  expect([...read].sort()).toEqual(
    expect.arrayContaining(['agency_setting', 'child', 'companionship', 'household', 'record_check', 'work_stop']),
  );
});
