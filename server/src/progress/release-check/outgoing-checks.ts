// The check before something leaves by another way than a card: it marks, somebody looks at every mark, a second person
// looks where those who receive it do not know the child, and that they did so is kept; what it says is not.
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { err, ok, type PersonId, type Result } from '@tongxing/shared/kernel';
import { needsSecondLook, type Finding, type ReleaseAudience } from '@tongxing/shared/release-check';
import { ChildrenRepository } from '../../children/index.js';
import { rowsFor, type PersonActor } from '../../platform/access/index.js';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { Clock, Ids } from '../../platform/clock/index.js';
import { Cipher } from '../../platform/crypto/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import type { NotFoundError } from '../../platform/graphql/index.js';
import { readOutgoing, type Outgoing, type OutgoingForm, type OutgoingProblem } from './outgoing.js';
import { ReleaseCheck } from './release-check.entity.js';
import { ReleaseChecks } from './release-checks.js';

export interface Sending {
  readonly childId: string | undefined;
  readonly audience: ReleaseAudience;
}
export interface CheckView {
  readonly id: string;
  readonly form: OutgoingForm;
  readonly audience: ReleaseAudience;
  readonly marks: number;
  readonly checkedBy: PersonId;
  readonly checkedAt: string;
  readonly secondBy: PersonId | undefined;
  readonly secondAt: string | undefined;
  /** Whether it may leave: everybody who is asked has looked. */
  readonly done: boolean;
}
export interface Examined extends Outgoing {
  readonly marks: readonly Finding[];
  /** What is kept of this very paper for this audience; undefined where nobody has looked yet. */
  readonly check: CheckView | undefined;
}
export interface MarksUnread {
  readonly code: 'MARKS_UNREAD';
  readonly marks: number;
}
const LISTED = 20;

@Injectable()
export class OutgoingChecks {
  constructor(
    private readonly work: UnitOfWork,
    private readonly database: Database,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly cipher: Cipher,
    private readonly children: ChildrenRepository,
    private readonly checks: ReleaseChecks,
  ) {}

  /** Reads it and marks it; nothing of it is kept. Missing for a child whom the actor may not read. */
  async examine(
    actor: PersonActor,
    sending: Sending,
    bytes: Buffer,
  ): Promise<Result<Examined, NotFoundError | OutgoingProblem>> {
    const { agencyId } = actor;
    const { childId } = sending;
    const children =
      childId === undefined ? undefined : await this.children.byIds(rowsFor(actor, 'progress.read'), [childId]);
    const child = childId === undefined ? undefined : children?.get(childId);
    if (childId !== undefined && !child) return err({ code: 'NOT_FOUND' });
    const read = await readOutgoing(bytes);
    if (!read.ok) return read;
    const marks = await this.checks.of({ agencyId, child }, read.value.text);
    const row = await this.#rows().findOneBy({ agencyId, hash: this.#hash(sending, bytes) });
    return ok({ ...read.value, marks, check: row ? toView(row) : undefined });
  }

  /** The actor has looked at all that is marked: the first look, or where another had the first one, the second. */
  async look(
    actor: PersonActor,
    sending: Sending,
    bytes: Buffer,
    marksSeen: number,
  ): Promise<Result<Examined, NotFoundError | OutgoingProblem | MarksUnread>> {
    const examined = await this.examine(actor, sending, bytes);
    if (!examined.ok) return examined;
    const marks = examined.value.marks.length + examined.value.codes.length;
    if (marks > marksSeen) return err({ code: 'MARKS_UNREAD', marks });
    const check = await this.work.run(actor, () => this.#note(actor, sending, bytes, examined.value, marks));
    return ok({ ...examined.value, check });
  }

  /** The newest of the agency: who still looks for a second reader finds them here. */
  async newest({ agencyId }: PersonActor): Promise<CheckView[]> {
    const rows = await this.#rows().find({
      where: { agencyId },
      order: { checkedAt: 'DESC', id: 'DESC' },
      take: LISTED,
    });
    return rows.map(toView);
  }

  async #note(
    { agencyId, personId }: PersonActor,
    sending: Sending,
    bytes: Buffer,
    { form }: Outgoing,
    marks: number,
  ): Promise<CheckView> {
    const hash = this.#hash(sending, bytes);
    const at = this.clock.nowIso();
    const query = this.#rows().createQueryBuilder('r').where({ agencyId, hash });
    const before = await this.database.forUpdate(query).getOne();
    if (!before) {
      const { audience, childId = null } = sending;
      const id: string = this.ids.next<never>();
      const nobody = { secondBy: null, secondAt: null };
      const row = { id, agencyId, childId, audience, form, hash, marks, checkedBy: personId, checkedAt: at, ...nobody };
      await this.#rows().insert(row);
      this.trail.record({ action: 'release.checked', subjectType: 'ReleaseCheck', subjectId: id });
      return toView(row);
    }
    const second = before.checkedBy !== personId && before.secondBy === null && needsSecondLook(before.audience);
    if (!second) return toView(before);
    await this.#rows().update({ id: before.id }, { secondBy: personId, secondAt: at });
    this.trail.record({ action: 'release.checkedAgain', subjectType: 'ReleaseCheck', subjectId: before.id });
    return toView({ ...before, secondBy: personId, secondAt: at });
  }

  #hash({ childId = '', audience }: Sending, bytes: Buffer): string {
    const content = createHash('sha256').update(bytes).digest('hex');
    return this.cipher.blindIndex('release-check', `${audience}\n${childId}\n${content}`);
  }

  #rows() {
    return this.database.repository(ReleaseCheck);
  }
}

const toView = ({ id, form, audience, marks, checkedBy, checkedAt, secondBy, secondAt }: ReleaseCheck): CheckView => ({
  ...{ id, form, audience, marks, checkedAt },
  checkedBy: checkedBy as PersonId,
  secondBy: (secondBy ?? undefined) as PersonId | undefined,
  secondAt: secondAt ?? undefined,
  done: secondBy !== null || !needsSecondLook(audience),
});
