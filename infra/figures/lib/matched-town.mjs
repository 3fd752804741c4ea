// @ts-check
// An invented town of volunteers who are ready and children who wait, made by the product's own services for figures of
// the board.
import { built } from './built.mjs';
import { within } from './planted-agency.mjs';
import { inventTown } from './town.mjs';

const AT_ONCE = 500;
const TEAM = 100;
const DAY_MS = 86_400_000;
const day = (/** @type {number} */ days) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/**
 * Nine of ten volunteers are ready on the day; nobody has a companion yet.
 * @param {{ root: string, env: NodeJS.ProcessEnv, agencyId: string, volunteers: number, children: number, log: (text: string) => void }} town
 */
export async function addTown({ root, env, agencyId, volunteers, children, log }) {
  const started = performance.now();
  const parts = {
    ...(await built(root, 'people/index.js')),
    ...(await built(root, 'children/index.js')),
    ...(await built(root, 'agreements/index.js')),
    ...(await built(root, 'screening/index.js')),
    ...(await built(root, 'training/index.js')),
  };
  const town = inventTown(volunteers, children, TEAM);
  await within(root, env, async ({ app: given, UnitOfWork, Areas }) => {
    /** @type {any} */
    const app = given;
    const write = (/** @type {() => Promise<void>} */ work) =>
      app.get(UnitOfWork).run({ kind: 'system', agencyId, name: 'figure' }, work);
    /** One area for each place of the town, on a grid of half a kilometre. @type {Map<string, { x: number, y: number }>} */
    const places = new Map();
    const areaOf = (/** @type {{ x: number, y: number }} */ { x, y }) => {
      const [column, row] = [Math.round(x / 500), Math.round(y / 500)];
      const code = `g${column}.${row}`;
      places.set(code, { x: column * 500, y: row * 500 });
      return code;
    };
    const placed = (/** @type {any} */ one) => ({ ...one, areaCode: areaOf(one.place) });
    const people = { volunteers: town.volunteers.map(placed), children: town.children.map(placed) };
    await write(async () => {
      // A town that grows has some of them already.
      const standing = await /** @type {any} */ (app.get(Areas)).byCode(agencyId);
      const areas = [...places].flatMap(([code, { x, y }]) =>
        standing.has(code) ? [] : [{ code, name: code, nameEn: code, x, y }],
      );
      for (let from = 0; from < areas.length; from += AT_ONCE) {
        await /** @type {any} */ (app.get(Areas)).addAll(agencyId, areas.slice(from, from + AT_ONCE));
      }
    });
    for (let from = 0; from < people.volunteers.length; from += AT_ONCE) {
      const some = people.volunteers.slice(from, from + AT_ONCE);
      await write(() => addVolunteers(app, parts, agencyId, some));
    }
    for (let from = 0; from < people.children.length; from += AT_ONCE) {
      const some = people.children.slice(from, from + AT_ONCE);
      await write(() => addChildren(app, parts, agencyId, some));
    }
  });
  log(`${volunteers} volunteers and ${children} children in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

/** @param {any} app @param {any} parts @param {string} agencyId @param {readonly any[]} volunteers */
async function addVolunteers(app, parts, agencyId, volunteers) {
  const { PeopleRepository, VolunteersRepository, Trainings, VolunteerAgreements, RecordChecks } = parts;
  const people = await app
    .get(PeopleRepository)
    .addAll(volunteers.map(({ id, gender }) => ({ agencyId, name: `志愿者${id}`, gender, birthDate: '1990-05-05' })));
  await app.get(VolunteersRepository).addAll(
    volunteers.map(({ languages, skills, freeTimes, areaCode, places, travelBudget }, i) => ({
      ...{ agencyId, personId: people[i], languages, skills, freeTimes, areaCode, places },
      travelMetres: travelBudget,
    })),
  );
  const fact = { agencyId, happenedOn: day(-60), validUntil: null, batchId: null, confirmedBy: null };
  const each = (/** @type {object} */ extra) =>
    volunteers.flatMap(({ eligible }, i) => (eligible ? [{ ...fact, ...extra, personId: people[i] }] : []));
  await app.get(Trainings).addAll(each({ kind: 'PRE_SERVICE' }));
  await app.get(VolunteerAgreements).addAll(each({ validUntil: day(200) }));
  await app.get(RecordChecks).addAll(each({ result: 'CLEAR' }));
}

/** @param {any} app @param {any} parts @param {string} agencyId @param {readonly any[]} children */
async function addChildren(app, parts, agencyId, children) {
  const { PeopleRepository, ChildrenRepository } = parts;
  const people = await app
    .get(PeopleRepository)
    .addAll(children.map(({ id, gender }) => ({ agencyId, name: `孩子${id}`, gender, birthDate: '2015-05-05' })));
  await app.get(ChildrenRepository).addAll(
    agencyId,
    children.map(({ languages, needs, freeTimes, areaCode, priority, waitingDays }, i) => ({
      ...{ agencyId, personId: people[i], identity: people[i], languages, needs, freeTimes, areaCode, priority },
      waitingSince: day(-waitingDays),
    })),
  );
}
