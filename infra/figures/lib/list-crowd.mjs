// @ts-check
// A crowd for lists: the rows that a page shows are made by the product's own services, all others in plain statements.
// Those stand behind in every list, so that nobody opens a name of theirs: they are there to be counted and passed over.

export const CHILDREN = 10_000;
/** Whom the pages show: of each kind more than two pages, since half of the children wait. */
const SHOWN = 120;
const AT_ONCE = 50_000;
const NOW = '2026-11-22T02:00:00.000Z';
const EARLIER = '2026-01-05T02:00:00.000Z';

/**
 * Adds people until there are so many; a tenth of the first hundred thousand are children, the others volunteers. Half of
 * the children have a companion, and every second one a household.
 * @param {{ app: any, parts: any, agencyId: string, from: number, to: number, log: (text: string) => void }} crowd
 */
export async function addListCrowd({ app, parts, agencyId, from, to, log }) {
  const { UnitOfWork, Database } = parts;
  const database = app.get(Database);
  const run = (/** @type {() => Promise<void>} */ work) =>
    app.get(UnitOfWork).run({ kind: 'system', agencyId, name: 'figure' }, work);
  const statement = (/** @type {string} */ sql, /** @type {unknown[]} */ values) =>
    run(() => database.manager.query(sql, values));
  const started = performance.now();
  if (from === 0) await addShown({ parts, app, agencyId, run, database });
  const sqlite = database.engine.kind === 'sqlite';
  const young = Math.min(CHILDREN, to);
  for (let at = from; at < to; at += AT_ONCE) {
    const until = Math.min(to, at + AT_ONCE);
    await statement(
      `INSERT INTO person (id, agencyId, nameSealed, birthDate, createdAt) ${numbers(sqlite, `${id('f', sqlite)}, ?, '', '1990-05-05', ?`)}`,
      ordered(sqlite, at, until, [agencyId, NOW]),
    );
    if (at < young) {
      const end = Math.min(until, young);
      const child = `${id('f', sqlite)}, ?, ${id('f', sqlite)}, ${text('c', sqlite)}, ${text('i', sqlite)}, '[]', '[]', '[]', 3, ?`;
      await statement(
        `INSERT INTO child (id, agencyId, personId, pseudonym, identityIndex, languages, needs, freeTimes, priority, createdAt) ${numbers(sqlite, child)}`,
        ordered(sqlite, at, end, [agencyId, NOW]),
      );
    }
    const begin = Math.max(at, young);
    if (begin < until) {
      const volunteer = `${id('f', sqlite)}, ?, ${id('f', sqlite)}, '[]', '[]', '[]', 1, ?`;
      await statement(
        `INSERT INTO volunteer (id, agencyId, personId, languages, skills, freeTimes, places, createdAt) ${numbers(sqlite, volunteer)}`,
        ordered(sqlite, begin, until, [agencyId, NOW]),
      );
    }
  }
  if (from === 0) await addPairs(statement, agencyId, sqlite, Math.floor(young / 2));
  log(`${to} people, ${Math.round((to - from) / ((performance.now() - started) / 1000))} a second`);
}

/** The first of every list: names sealed, facts complete, half of the children accompanied. @param {any} crowd */
async function addShown({ parts, app, agencyId, run, database }) {
  const { PeopleRepository, VolunteersRepository, ChildrenRepository, Trainings, VolunteerAgreements, RecordChecks } =
    parts;
  await run(async () => {
    const named = (/** @type {string} */ kind) =>
      Array.from({ length: SHOWN }, (_, at) => ({ agencyId, name: `${kind}${at}`, birthDate: '1990-05-05' }));
    const [children, volunteers] = [
      await app.get(PeopleRepository).addAll(named('孩子')),
      await app.get(PeopleRepository).addAll(named('志愿者')),
    ];
    const nothing = { languages: ['MANDARIN'], freeTimes: [] };
    await app.get(ChildrenRepository).addAll(
      agencyId,
      children.map((/** @type {string} */ personId) => ({
        ...{ agencyId, personId, identity: personId, needs: ['LEARNING'], priority: 3, waitingSince: '2026-03-01' },
        ...nothing,
      })),
    );
    await app
      .get(VolunteersRepository)
      .addAll(
        volunteers.map((/** @type {string} */ personId) => ({ agencyId, personId, skills: [], places: 1, ...nothing })),
      );
    const facts = volunteers.map((/** @type {string} */ personId) => ({
      ...{ agencyId, personId, happenedOn: '2026-03-01', validUntil: null, batchId: null, confirmedBy: null },
    }));
    const each = (/** @type {object} */ extra) => facts.map((/** @type {object} */ fact) => ({ ...fact, ...extra }));
    await app.get(Trainings).addAll(each({ kind: 'PRE_SERVICE' }));
    await app.get(VolunteerAgreements).addAll(each({ validUntil: '2027-10-01' }));
    // Every second one lacks the check: whoever lists those who are not ready finds people whose names can be opened.
    const checked = each({ result: 'CLEAR' }).filter(
      (/** @type {object} */ _, /** @type {number} */ at) => at % 2 === 0,
    );
    await app.get(RecordChecks).addAll(checked);
    const { manager } = database;
    await manager.query(
      `INSERT INTO match_run (id, agencyId, requestId, startedBy, startedAt, serviceDate, volunteersConsidered, childrenConsidered, candidatePairs, objective, bound, certificateChecked, inputHash, weightsVersion, durationMs) VALUES (?, ?, 'figure', ?, ?, '2026-01-05', 0, 0, 0, '0', '0', 1, '', 1, 1)`,
      [RUN, agencyId, volunteers[0], EARLIER],
    );
    const ids = async (/** @type {string} */ table) =>
      (await manager.query(`SELECT id FROM ${table} WHERE agencyId = ? ORDER BY id LIMIT ${SHOWN}`, [agencyId])).map(
        (/** @type {{ id: string }} */ row) => row.id,
      );
    const [childIds, volunteerIds] = [await ids('child'), await ids('volunteer')];
    for (let at = 0; at < SHOWN; at += 1) {
      await pair(manager, {
        agencyId,
        at,
        childId: childIds[at],
        volunteerId: volunteerIds[at],
        workerId: volunteers[0],
      });
      await manager.query(
        'INSERT INTO household (id, agencyId, number, size, createdAt, version) VALUES (?, ?, ?, 4, ?, 1)',
        [`0f000000-0000-7000-8000-${String(at).padStart(12, '0')}`, agencyId, at + 1, NOW],
      );
    }
  });
}

const RUN = '0f000000-0000-7000-8000-00000000000f';

/** @param {any} manager @param {{ agencyId: string, at: number, childId: string, volunteerId: string, workerId: string }} one */
async function pair(manager, { agencyId, at, childId, volunteerId, workerId }) {
  const id = `0e000000-0000-7000-8000-${String(at).padStart(12, '0')}`;
  await manager.query(
    `INSERT INTO match_proposal (id, agencyId, runId, volunteerId, childId, score, parts, slack, state, version) VALUES (?, ?, ?, ?, ?, 1, '[]', 0, 'ACCEPTED', 1)`,
    [id, agencyId, RUN, volunteerId, childId],
  );
  await manager.query(
    `INSERT INTO companionship (id, agencyId, proposalId, volunteerId, childId, heldChildId, workerId, state, version, acceptedAt, commonTimes) VALUES (?, ?, ?, ?, ?, ?, ?, 'ACTIVE', 1, ?, '[]')`,
    // Every second one of those who stand first waits for a companion.
    [id, agencyId, id, volunteerId, childId, at % 2 ? childId : null, workerId, NOW],
  );
}

/** Pairs of the children behind, accepted before those that stand first. @param {any} statement @param {string} agencyId @param {boolean} sqlite @param {number} count */
async function addPairs(statement, agencyId, sqlite, count) {
  const volunteer = `(SELECT MIN(id) FROM volunteer)`;
  await statement(
    `INSERT INTO match_proposal (id, agencyId, runId, volunteerId, childId, score, parts, slack, state, version) ${numbers(sqlite, `${id('f', sqlite)}, ?, ?, ${volunteer}, ${id('f', sqlite)}, 1, '[]', 0, 'ACCEPTED', 1`)}`,
    ordered(sqlite, 0, count, [agencyId, RUN]),
  );
  await statement(
    `INSERT INTO companionship (id, agencyId, proposalId, volunteerId, childId, heldChildId, workerId, state, version, acceptedAt, commonTimes) ${numbers(sqlite, `${id('f', sqlite)}, ?, ${id('f', sqlite)}, ${volunteer}, ${id('f', sqlite)}, ${id('f', sqlite)}, ?, 'ACTIVE', 1, ?, '[]'`)}`,
    ordered(sqlite, 0, count, [agencyId, RUN, EARLIER]),
  );
  await statement(
    `INSERT INTO household (id, agencyId, number, size, createdAt, version) ${numbers(sqlite, `${id('f', sqlite)}, ?, n + 1000, 4, ?, 1`)}`,
    ordered(sqlite, 0, count, [agencyId, NOW]),
  );
}

/** A row for each number from one to before another, which both come first, or last, among the parameters. @param {boolean} sqlite @param {string} values */
const numbers = (sqlite, values) =>
  sqlite
    ? `WITH RECURSIVE s(n, last) AS (SELECT ?, ? UNION ALL SELECT n + 1, last FROM s WHERE n + 1 < last) SELECT ${values} FROM s`
    : `SELECT ${values} FROM (SELECT seq AS n FROM seq_0_to_999999) AS s WHERE n >= ? AND n < ?`;
/** @param {boolean} sqlite @param {number} from @param {number} to @param {unknown[]} values */
const ordered = (sqlite, from, to, values) => (sqlite ? [from, to, ...values] : [...values, from, to]);

/** Ids that stand behind all real ones. @param {string} lead @param {boolean} sqlite */
const id = (lead, sqlite) =>
  sqlite
    ? `'${lead}0000000-0000-7000-8000-' || printf('%012d', n)`
    : `CONCAT('${lead}0000000-0000-7000-8000-', LPAD(n, 12, '0'))`;
/** @param {string} lead @param {boolean} sqlite */
const text = (lead, sqlite) => (sqlite ? `'${lead}' || n` : `CONCAT('${lead}', n)`);
