// A child beside whom a donor stands, two colleagues who write and release cards, and the donor signed in: nothing else.
import type { AgencyId, ChildId, LocalDate, LoginId, PersonId } from '@tongxing/shared/kernel';
import { ChildrenRepository } from '../children/index.js';
import { Sponsorships } from '../giving/index.js';
import { Actors, PeopleRepository } from '../people/index.js';
import type { PersonActor } from '../platform/access/index.js';
import { Logins } from '../platform/auth/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import { toGlobalId } from '../platform/graphql/index.js';
import { ProgressCards } from '../progress/index.js';
import { familyAgrees } from './sponsored-child.js';
import { addAgency, addPerson, TEST_PASSWORD } from './staff.js';
import type { TestApp, TestClient } from './test-app.js';

export class CardWorld {
  #requests = 0;

  private constructor(
    readonly platform: TestApp,
    readonly agencyId: AgencyId,
    readonly worker: PersonActor,
    readonly reader: PersonActor,
    readonly donorPersonId: PersonId,
    readonly donor: TestClient,
    readonly childId: ChildId,
  ) {}

  /** `name` must be ASCII and new. Everybody signs in as `worker@<name>.example`, `reader@…` and `donor@…`. */
  static async open(platform: TestApp, name: string): Promise<CardWorld> {
    const { app } = platform;
    const agencyId = await addAgency(app, name);
    const actor = async (person: string, role: 'SOCIAL_WORKER' | 'SUPERVISOR') => {
      const identifier = `${person}@${name}.example`;
      await addPerson(app, agencyId, { name: person, roles: [role], identifier });
      const login = await app.get(Logins).byIdentifier(identifier);
      const found = login && (await app.get(Actors).ofLogin(login.id as LoginId, ''));
      if (!found) throw new Error(`${identifier} is nobody`);
      return found;
    };
    const [worker, reader] = [await actor('worker', 'SOCIAL_WORKER'), await actor('reader', 'SUPERVISOR')];
    const identifier = `donor@${name}.example`;
    const donorPersonId = await addPerson(app, agencyId, { name: '沈月', roles: ['DONOR'], identifier });
    const donor = platform.client();
    await donor.signIn(identifier, TEST_PASSWORD);
    const childId = await addChild(platform, agencyId);
    const world = new CardWorld(platform, agencyId, worker, reader, donorPersonId, donor, childId);
    await familyAgrees(app, agencyId, childId, worker.personId);
    const made = await app.get(Sponsorships).match(worker, { childId, donorPersonId, requestId: 'gift' });
    if (!made.ok) throw new Error(made.error.code);
    const { id, version } = made.value;
    const begun = await app.get(Sponsorships).step(worker, { id, version, step: 'BEGIN', endReason: undefined });
    if (!begun.ok) throw new Error(begun.error.code);
    return world;
  }

  get childGlobalId(): string {
    return toGlobalId('Child', this.childId);
  }

  /** Writes a card and has it released; the id that addresses carry. */
  async release(title: string, text: string): Promise<string> {
    const cards = this.platform.app.get(ProgressCards);
    const words = { title, text, submit: true, progressCardId: undefined, version: undefined };
    const requestId = `card-${(this.#requests += 1)}`;
    const saved = await cards.save(this.worker, { ...words, childId: this.childId, requestId });
    if (!saved.ok) throw new Error(saved.error.code);
    for (const step of ['REVIEW', 'RELEASE'] as const) await this.step(saved.value.id, step);
    return toGlobalId('ProgressCard', saved.value.id);
  }

  /** One step of the second reader. */
  async step(id: string, step: 'REVIEW' | 'RELEASE' | 'WITHDRAW' | 'FREEZE', note = ''): Promise<void> {
    const cards = this.platform.app.get(ProgressCards);
    const card = await cards.find(this.reader, id);
    if (!card) throw new Error('there is no such card');
    const moved = await cards.step(this.reader, { id, step, note, marksSeen: 99, version: card.version });
    if (!moved.ok) throw new Error(moved.error.code);
  }

  write<T>(work: () => Promise<T>): Promise<T> {
    return this.platform.app.get(UnitOfWork).run({ kind: 'system', agencyId: this.agencyId, name: 'test' }, work);
  }
}

function addChild({ app }: TestApp, agencyId: AgencyId): Promise<ChildId> {
  return app.get(UnitOfWork).run({ kind: 'system', agencyId, name: 'test' }, async () => {
    const person = { agencyId, name: '陈雨桐', gender: 'FEMALE', birthDate: '2016-06-01' as LocalDate } as const;
    const personId = await app.get(PeopleRepository).add(person);
    const nothing = { languages: ['zh'], needs: ['STUDY'], freeTimes: [], priority: 3, identity: personId };
    const guardian = { name: '陈大山', phone: '+8613800001111', relation: 'FATHER' };
    const child = { ...nothing, agencyId, personId, guardian, school: '河边小学' };
    const [id] = await app.get(ChildrenRepository).addAll(agencyId, [child]);
    if (!id) throw new Error('no child was added');
    return id as ChildId;
  });
}
