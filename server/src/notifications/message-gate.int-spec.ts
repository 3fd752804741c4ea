// Nothing that somebody wrote about a child leaves by the notification port: not from our own code, not from a job that lay
// there, and not in the agency's own name.
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';
import { Agency, PeopleRepository } from '../people/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { Job, JobWorker, Outbox, type JobContext } from '../platform/outbox/index.js';
import { inboxOf } from '../testing/inbox.js';
import { addPerson, firstAgency } from '../testing/staff.js';
import { matchedAgency } from '../testing/matched-agency.js';
import { startTestApp, type TestApp } from '../testing/test-app.js';
import { SEND_MESSAGE } from './message.js';
import { Notice } from './notification.entities.js';
import { Notifier } from './notifier.js';
import type { Recipient } from './recipients.js';

const WRITTEN = '小敏昨天在学校哭了';

let platform: TestApp;
let agencyId: AgencyId;
let reader: PersonId;

beforeAll(async () => {
  platform = await startTestApp();
  agencyId = await firstAgency(platform.app, { name: '同路', director: '周岚', identifier: 'first@example.org' });
  reader = await addPerson(platform.app, agencyId, { name: '许诺', roles: ['VOLUNTEER'], identifier: '13900000001' });
});
afterAll(() => platform.stop());

const rows = <T extends object>(entity: new () => T) => platform.app.get(Database).repository(entity);
const inUnit = <T>(work: () => Promise<T>) =>
  platform.app.get(UnitOfWork).run({ kind: 'system', agencyId, name: 'test' }, work);
const context = (): JobContext => ({ jobId: 'an-event', attempt: 1, agencyId, signal: new AbortController().signal });
const to = (): Recipient => ({ personId: reader, locale: 'zh-CN', mail: undefined, phone: '+8613900000001' });
const payload = (more: object) => ({
  ...{ channel: 'SMS' as const, to: '+8613900000001', template: 'reminderDue' as const, locale: 'zh-CN' as const },
  params: { agency: '同路', kind: 'TRAINING', day: '2026-12-01', step: '7' },
  path: '/volunteer',
  subject: reader,
  ...more,
});
const send = async (more: object, dedupeKey: string): Promise<Job | null> => {
  await inUnit(() => platform.app.get(Outbox).add(SEND_MESSAGE.kind, payload(more), { dedupeKey }));
  await platform.app.get(JobWorker).drain();
  return rows(Job).findOneBy({ dedupeKey });
};

describe('the notification port', () => {
  it('writes nothing where our own code hands it free text: no notice, no message', async () => {
    const words = { kind: 'TRAINING', day: WRITTEN, step: '7' };
    const told = inUnit(() =>
      platform.app.get(Notifier).tell([to()], 'reminderDue', { context: context(), path: '/volunteer' }, words),
    );
    await expect(told).rejects.toThrow('BUG: free text in the message reminderDue: day');
    expect([await rows(Notice).count(), await rows(Job).countBy({ kind: SEND_MESSAGE.kind })]).toEqual([0, 0]);
    const sent = inUnit(() =>
      platform.app
        .get(Notifier)
        .sendLink({ phone: '+8613900000001' }, 'zh-CN', { url: WRITTEN, expiresOn: '2026-12-01' }, context()),
    );
    await expect(sent).rejects.toThrow('BUG: free text in the message guardianLink: url');
  });

  it('refuses a job with free text for good, and nothing of it is sent', async () => {
    const job = await send({ params: { ...payload({}).params, day: WRITTEN } }, 'old');
    expect(job).toMatchObject({ state: 'DEAD', lastError: 'FREE_TEXT_IN_MESSAGE' });
    expect(await send({ path: `/volunteer/${WRITTEN}` }, 'old-path')).toMatchObject({ state: 'DEAD' });
    const { template, params, path } = payload({});
    const items = [{ template, params: { ...params, day: WRITTEN }, path }];
    const digest = { template: 'digest' as const, params: { agency: '同路', count: '1' }, path: '/notices', items };
    expect(await send(digest, 'old-digest')).toMatchObject({ state: 'DEAD', lastError: 'FREE_TEXT_IN_MESSAGE' });
    expect(await inboxOf(platform)).not.toContain('小敏');
    expect(await send({}, 'shaped')).toMatchObject({ state: 'DONE' });
    expect(await inboxOf(platform)).toContain('您的培训 2026-12-01 到期');
  });

  it('goes without the agency’s name where that holds a number, or a child whom the agency knows', async () => {
    const { agencyId: known, worker } = await matchedAgency(platform, 'yunxi');
    const { children } = await worker.data<{ children: { edges: { node: { name: string } }[] } }>(
      '{ children(first: 1) { edges { node { name } } } }',
    );
    const child = children.edges[0]?.node.name ?? '';
    agencyId = known;
    reader = await addPerson(platform.app, known, { name: '高原', roles: ['VOLUNTEER'], identifier: '13900000021' });
    const letter = { to: 'reader@example.org', locale: 'zh-CN' as const, agencyId: known, personId: reader };
    const sendAs = async (name: string, jobId: string): Promise<string> => {
      await inUnit(async () => {
        await rows(Agency).update({ id: known }, { name });
        await platform.app
          .get(Notifier)
          .send(letter, 'identifierChanged', {}, { context: { ...context(), jobId }, path: null });
      });
      await platform.app.get(JobWorker).drain();
      return inboxOf(platform);
    };
    expect(child).not.toBe('');
    const before = await sendAs(`${child}之家`, 'named-after-a-child');
    expect([before.includes(child), before.includes('您认识的社工机构')]).toEqual([false, true]);
    expect(await sendAs('云溪 13800138000', 'with-a-number')).not.toContain('13800138000');
    // Who founded it may be in its name, and its own name it keeps.
    const founder = (await platform.app.get(PeopleRepository).byIds(known, [reader])).get(reader)?.name ?? '';
    expect(await sendAs(`${founder}社工工作室`, 'named-after-a-founder')).toContain(`${founder}社工工作室`);
  });
});
