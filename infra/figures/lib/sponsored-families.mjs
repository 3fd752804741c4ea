// @ts-check
// Families that let a sponsor see their child, for the figure of withdrawn consent: seeded through the built server.
import { randomInt } from 'node:crypto';
import { built } from './built.mjs';
import { graphql } from './setting-writers.mjs';

/**
 * Cookies of who looks, and of who takes back; the card that the sponsor reads, and the number of its paper.
 * @typedef {{ donor: string, guardian: string, cardId: string, number: string }} Family
 */

const PURPOSE = { purpose: 'SPONSORSHIP', audience: 'DONOR' };
const YEAR_MS = 365 * 86_400_000;

/**
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @param {number} families
 * @returns {Promise<Family[]>}
 */
export async function seedFamilies(root, env, families) {
  await import('reflect-metadata');
  const server = (/** @type {string} */ file) => built(root, file);
  const { createApp } = await server('create-app.js');
  const { readConfig } = await server('platform/config/index.js');
  const { SystemClock } = await server('platform/clock/index.js');
  const { UnitOfWork } = await server('platform/database/index.js');
  const { FirstRun } = await server('people/agencies/first-run.js');
  const app = await createApp(readConfig(env), new SystemClock());
  try {
    const director = { directorName: 'Director', identifier: 'director@figure.example', password: 'a-long-password' };
    const made = await app.get(FirstRun).createAgency({ agencyName: 'Figure', locale: 'en', ...director });
    if (!made.ok) throw new Error(`The agency could not be made: ${JSON.stringify(made.error)}`);
    const { agencyId } = made.value;
    return await app.get(UnitOfWork).run({ kind: 'system', agencyId, name: 'figure' }, async () => {
      const add = await adder(server, app, agencyId);
      const added = [];
      for (let index = 0; index < families; index += 1) added.push(await add(index));
      return added;
    });
  } finally {
    await app.close();
  }
}

/**
 * @param {(file: string) => Promise<any>} server
 * @param {any} app
 * @param {string} agencyId
 * @returns {Promise<(index: number) => Promise<Family>>}
 */
async function adder(server, app, agencyId) {
  const { PeopleRepository } = await server('people/people.repository.js');
  const { Agencies } = await server('people/agencies/agencies.js');
  const { Logins, Sessions, hashPassword } = await server('platform/auth/index.js');
  const { ChildrenRepository } = await server('children/children.repository.js');
  const { GuardianLinks } = await server('disclosure/guardian-links.js');
  const { LedgerRows } = await server('disclosure/ledger/ledger-rows.js');
  const { Sponsorship } = await server('giving/sponsorship.entity.js');
  const { ProgressCardsRepository } = await server('progress/progress-cards.repository.js');
  const { ProgressCard } = await server('progress/progress-card.entity.js');
  const { CardPaper } = await server('progress/papers/card-paper.entity.js');
  const { newPaperNumber } = await server('progress/domain/paper-number.js');
  const { toGlobalId } = await server('platform/graphql/index.js');
  const { Database } = await server('platform/database/index.js');
  const { Clock, Ids } = await server('platform/clock/index.js');
  const { consentText, offerOf } = await import('@tongxing/shared/disclosure');
  const [people, logins, sessions, ids] = [PeopleRepository, Logins, Sessions, Ids].map((part) => app.get(part));
  const hash = await hashPassword('a-long-password-of-a-figure');
  const today = await app.get(Agencies).today(agencyId);
  const until = new Date(Date.now() + YEAR_MS).toISOString().slice(0, 10);
  const about = /** @type {const} */ ({ purpose: 'SPONSORSHIP', audience: 'DONOR' });
  const answers = (offerOf(about.purpose, about.audience)?.groups ?? []).map((group) => ({ group, answer: 'YES' }));
  const text = consentText({ ...about, until: /** @type {any} */ (until), agencyName: 'Figure' }, 'en');

  return async (index) => {
    const loginId = await logins.create(`donor-${index}@figure.example`, hash, 'en');
    const donorPersonId = await people.add({ agencyId, name: `Donor ${index}`, loginId });
    await people.assignRole(agencyId, donorPersonId, 'DONOR', today);
    const personId = await people.add({ agencyId, name: `Child ${index}`, birthDate: '2016-06-01' });
    const nothing = { languages: [], needs: [], freeTimes: [], priority: 1, guardian: { name: `Guardian ${index}` } };
    const [childId] = await app
      .get(ChildrenRepository)
      .addAll(agencyId, [{ agencyId, personId, identity: `figure ${index}`, ...nothing }]);
    const rows = (/** @type {unknown} */ entity) => app.get(Database).repository(entity);
    const sponsorshipId = ids.next();
    await rows(Sponsorship).insert({
      ...{ id: sponsorshipId, agencyId, childId, donorPersonId, state: 'ACTIVE', startsOn: today, endsOn: null },
      ...{ endReason: null, openPair: `${childId}:${donorPersonId}`, matchedBy: donorPersonId },
      ...{ matchedAt: app.get(Clock).nowIso(), requestId: `figure-${index}`, version: 1 },
    });
    for (const giver of ['GUARDIAN', 'CHILD']) {
      await app.get(LedgerRows).add({
        ...{ agencyId, childId, childPersonId: personId, requestId: `figure-${index}`, text, giver, ...about },
        ...{ guardianPersonId: null, said: { method: 'WITNESSED', witnessName: 'Figure', answers } },
        ...{ readAloud: false, from: today, until, recordedBy: null },
      });
    }
    const now = app.get(Clock).nowIso();
    const words = { title: `Card ${index}`, text: 'Read a book aloud to the others.' };
    const card = { agencyId, childId, words, writtenBy: donorPersonId, requestId: `figure-${index}` };
    const cardId = await app.get(ProgressCardsRepository).add(card);
    await rows(ProgressCard).update({ id: cardId }, { state: 'RELEASED', releasedBy: donorPersonId, releasedAt: now });
    const number = newPaperNumber(randomInt);
    await rows(CardPaper).insert({ id: ids.next(), agencyId, cardId, sponsorshipId, number, madeAt: now });
    const link = await app.get(GuardianLinks).create(agencyId, childId, donorPersonId);
    const donor = await sessions.open('login', loginId);
    const guardian = await sessions.open('guardian', link.id);
    return {
      ...{ donor: `tongxing_session=${donor.token}`, guardian: `tongxing_session=${guardian.token}` },
      ...{ cardId: toGlobalId('ProgressCard', cardId), number },
    };
  };
}

const LOOK = `query ($number: String!) { cardPaperHolds(number: $number)
  sponsoredChildren { ageBand schoolStage interests cards { id } } }`;
const TAKE_BACK = `mutation ($i: TakeBackOwnConsentInput!) { takeBackOwnConsent(input: $i) { __typename } }`;

/**
 * How much of the child the sponsor's ways show, counted: fields and cards of the page, to which a message's link leads as
 * well; the paper of the card; and that its number still holds.
 * @param {string} url @param {Family} family
 */
export async function look(url, { donor, cardId, number }) {
  const [{ answer }, paper] = await Promise.all([
    graphql(url, donor, LOOK, { number }),
    fetch(`${url}/files/cards/${encodeURIComponent(cardId)}/card.pdf`, { headers: { cookie: donor } }),
  ]);
  await paper.arrayBuffer();
  if (answer.errors) throw new Error(`The sponsor's request failed: ${JSON.stringify(answer.errors)}`);
  if (paper.status !== 200 && paper.status !== 404) throw new Error(`The paper was answered with ${paper.status}`);
  /** @type {{ ageBand: unknown, schoolStage: unknown, interests: readonly unknown[] | null, cards: readonly unknown[] }[]} */
  const children = answer.data?.sponsoredChildren ?? [];
  const onPage = children.reduce(
    (sum, child) =>
      sum +
      [child.ageBand, child.schoolStage].filter((one) => one != null).length +
      (child.interests?.length ?? 0) +
      child.cards.length,
    0,
  );
  return onPage + (paper.status === 200 ? 1 : 0) + (answer.data?.cardPaperHolds ? 1 : 0);
}

/** @param {string} url @param {string} cookie @param {string} requestId */
export async function takeBack(url, cookie, requestId) {
  const { answer } = await graphql(url, cookie, TAKE_BACK, { i: { ...PURPOSE, language: 'EN', requestId } });
  if (answer.data?.takeBackOwnConsent.__typename !== 'OwnConsents') {
    throw new Error(`Taking back was refused: ${JSON.stringify(answer)}`);
  }
}
