// Texts of agreements that are released, one that holds, one that waits for the agency, one that waits for its volunteer,
// and one with a family.
import { Injectable } from '@nestjs/common';
import type { LoginId } from '@tongxing/shared/kernel';
import { AGREEMENT_KINDS, AGREEMENT_STARTERS } from '@tongxing/shared/rules';
import { ChildrenRepository } from '../children/index.js';
import { VolunteersRepository, type VolunteerView } from '../people/index.js';
import { allRows, personActor } from '../platform/access/index.js';
import {
  Agreements,
  AgreementTemplates,
  OwnAgreements,
  SignedAtDesk,
  Signing,
  type NamedAgreement,
} from '../signing/index.js';
import type { DemoStaff } from './demo-people.js';
import { must } from './must.js';

const VALUES = { service: '每周陪孩子读一次书', place: '社工站阅览室', hours: '周六下午两点到四点', worker: '林溪' };
const TYPED = 'TYPED' as const;
const LANGUAGE = 'zh-CN' as const;

@Injectable()
export class DemoAgreements {
  constructor(
    private readonly templates: AgreementTemplates,
    private readonly agreements: Agreements,
    private readonly own: OwnAgreements,
    private readonly desk: SignedAtDesk,
    private readonly signing: Signing,
    private readonly volunteers: VolunteersRepository,
    private readonly children: ChildrenRepository,
  ) {}

  async sign(staff: DemoStaff): Promise<void> {
    const { agencyId, director, worker, volunteerId } = staff;
    for (const kind of AGREEMENT_KINDS) {
      const draft = must(
        await this.templates.save(director, { kind, version: 0, ...AGREEMENT_STARTERS[kind] }),
        'write',
      );
      must(await this.templates.release(director, draft.id, draft.version, undefined), 'release a text');
    }
    const mine = await this.volunteers.byPerson(agencyId, volunteerId);
    const others = (await this.volunteers.all(allRows(agencyId))).filter(({ id }) => id !== mine?.id);
    const [waits, half] = others.filter(({ person }) => !person.erased);
    if (mine) await this.#countersign(staff, await this.#signed(staff, mine));
    if (half) await this.#signed(staff, half);
    if (waits) await this.#offer(staff, { kind: 'VOLUNTEER', subjectId: waits.id });
    const [child] = (await this.children.all(allRows(agencyId))).filter(({ guardian }) => guardian.name !== undefined);
    if (!child) return;
    const { agreement } = await this.#offer(staff, { kind: 'SERVICE', subjectId: child.id });
    const { hash: textHash } = await this.signing.words(agreement, LANGUAGE);
    const { name = '', relation = '监护人' } = child.guardian;
    const mark = { method: 'WITNESSED' as const, name, relation, witnessName: '林溪' };
    const hand = { version: agreement.version, language: LANGUAGE, textHash, mark, signedOn: undefined };
    await this.#countersign(staff, must(await this.desk.sign(worker, agreement.id, hand), 'sign for a guardian'));
  }

  async #offer(
    { worker }: DemoStaff,
    whom: { kind: 'VOLUNTEER' | 'SERVICE'; subjectId: string },
  ): Promise<NamedAgreement> {
    const offer = { ...whom, values: VALUES, requestId: `demo.${whom.subjectId}` };
    return must(await this.agreements.offer(worker, offer), 'offer an agreement');
  }

  /** The volunteer's own hand; the demo speaks for those without a login. */
  async #signed(staff: DemoStaff, { id, person }: VolunteerView): Promise<NamedAgreement> {
    const { agreement, name } = await this.#offer(staff, { kind: 'VOLUNTEER', subjectId: id });
    const { hash: textHash } = await this.signing.words(agreement, LANGUAGE);
    const who = { agencyId: staff.agencyId, personId: person.id, loginId: 'demo' as LoginId, sessionId: 'demo' };
    const actor = personActor(who, [{ role: 'VOLUNTEER' }]);
    const said = { language: LANGUAGE, textHash, mark: { method: TYPED, name } };
    return { agreement: must(await this.own.sign(actor, agreement.id, said), 'sign an agreement'), name };
  }

  async #countersign({ director }: DemoStaff, { agreement }: NamedAgreement): Promise<void> {
    const { version, textHash = '' } = agreement;
    const said = { version, textHash, mark: { method: TYPED, name: '周岚' } };
    must(await this.agreements.countersign(director, agreement.id, said), 'countersign an agreement');
  }
}
