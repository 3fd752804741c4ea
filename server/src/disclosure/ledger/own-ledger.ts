// What a guardian sees and decides by the personal link: the own words, each purpose by itself; nobody else's.
import { Injectable } from '@nestjs/common';
import { err, ok, type LocalDate, type Result } from '@tongxing/shared/kernel';
import { offerOf, type ConsentAnswer, type FieldGroup, type TextLanguage } from '@tongxing/shared/disclosure';
import { ChildrenRepository, type ChildView } from '../../children/index.js';
import { Agencies } from '../../people/index.js';
import { allRows, type GuardianActor } from '../../platform/access/index.js';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import type { InvalidInputError, NotFoundError } from '../../platform/graphql/index.js';
import { COMPANION } from '../companion-words.js';
import { GuardianLinks } from '../guardian-links.js';
import { Withdrawals } from '../withdrawals.js';
import { ConsentAsking } from './consent-asking.js';
import { answerProblems, type About, type Answer, type Problem } from './domain/sitting.js';
import { FILE_GUARDIAN, LedgerFacts } from './ledger-facts.js';
import { LedgerGuardians, type GuardianView } from './ledger-guardians.js';
import { ConsentLedger, type TextView } from './ledger.js';
import { LedgerRows, type StatementView, type Voice } from './ledger-rows.js';

/** One purpose on a guardian's page. */
export interface OwnLineView extends About, TextView {
  readonly until: LocalDate;
  /** It waits for an answer. */
  readonly asked: boolean;
  /** The own latest word on each; null before there is one. What others said is theirs (T13). */
  readonly groups: readonly { readonly group: FieldGroup; readonly answer: ConsentAnswer | null }[];
}
export interface OwnAnswer extends About {
  readonly requestId: string;
  readonly language: TextLanguage;
  readonly textHash: string;
  readonly readAloud: boolean;
  readonly answers: readonly Answer[];
}
type Outcome = Promise<Result<OwnLineView[], NotFoundError | InvalidInputError>>;

const MISSING = err({ code: 'NOT_FOUND' as const });

@Injectable()
export class OwnLedger {
  constructor(
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly agencies: Agencies,
    private readonly children: ChildrenRepository,
    private readonly facts: LedgerFacts,
    private readonly guardians: LedgerGuardians,
    private readonly links: GuardianLinks,
    private readonly asking: ConsentAsking,
    private readonly ledger: ConsentLedger,
    private readonly rows: LedgerRows,
    private readonly withdrawals: Withdrawals,
  ) {}

  /** Each purpose that waits for an answer or has one, those that wait first; none for a guardian who does not count. */
  async lines(actor: GuardianActor, language: TextLanguage): Promise<OwnLineView[]> {
    const me = await this.#me(actor);
    return me ? this.#lines(actor, me.guardian, language) : [];
  }

  /** Yes to some and no to others, to what was asked or answered before. */
  async answer(actor: GuardianActor, own: OwnAnswer): Outcome {
    const me = await this.#me(actor);
    if (!me) return MISSING;
    const { agencyId, childId } = actor;
    const before = await this.#lines(actor, me.guardian, own.language);
    const line = before.find((one) => same(one, own));
    const offer = offerOf(own.purpose, own.audience);
    if (!line || !offer) return MISSING;
    const fields: Problem[] = [
      ...answerProblems(own.answers, offer.groups).map((code) => ({ field: 'answers', code })),
      ...(own.answers.some(({ answer }) => answer === 'NOT_ABLE') ? [{ field: 'answers', code: 'INVALID' }] : []),
      ...(line.hash === own.textHash ? [] : [{ field: 'textHash', code: 'TEXT_CHANGED' }]),
    ];
    const today = await this.agencies.today(agencyId);
    const written = await this.work.run(actor, async () => {
      if (await this.rows.has(agencyId, own.requestId)) return ok(true);
      if (fields.length > 0) return err({ code: 'INVALID_INPUT' as const, fields });
      const voice = this.#voice(actor, me.guardian, own);
      // A no takes back what stood: from here on the answer is this one.
      const refused = own.answers.filter(({ answer }) => answer === 'NO').map(({ group }) => group);
      const taken = refused.length > 0 ? await this.rows.takeBack(voice, 'GUARDIAN', refused) : 0;
      const statement = await this.rows.add({
        ...voice,
        childPersonId: me.child.person.id,
        requestId: own.requestId,
        text: line.text,
        giverName: me.guardian.name,
        relation: me.guardian.relation,
        said: { method: 'LINK', answers: own.answers },
        readAloud: own.readAloud,
        from: today,
        until: line.until,
        recordedBy: null,
      });
      await this.asking.close(agencyId, childId, own);
      const yes = own.answers.length - refused.length;
      this.#record('disclosure.answered', statement, own, { yes });
      if (yes === 0 || taken > 0) await this.#tell(actor, own, yes === 0, today);
      return ok(true);
    });
    return written.ok ? ok(await this.#lines(actor, me.guardian, own.language)) : written;
  }

  /** Takes back everything of one purpose, at once. Where another one had said yes, the own no stands against it. */
  async takeBack(
    actor: GuardianActor,
    about: About & { readonly requestId: string; readonly language: TextLanguage },
  ): Outcome {
    const me = await this.#me(actor);
    if (!me) return MISSING;
    const line = (await this.#lines(actor, me.guardian, about.language)).find((one) => same(one, about));
    if (!line) return MISSING;
    const { agencyId, childId } = actor;
    const today = await this.agencies.today(agencyId);
    await this.work.run(actor, async () => {
      if (await this.rows.has(agencyId, about.requestId)) return ok(true);
      const voice = this.#voice(actor, me.guardian, about);
      const count = await this.rows.takeBack(voice, 'GUARDIAN');
      const answers = line.groups.map(({ group }) => ({ group, answer: 'NO' as const }));
      const statement = await this.rows.add({
        ...voice,
        childPersonId: me.child.person.id,
        requestId: about.requestId,
        text: line.text,
        giverName: me.guardian.name,
        relation: me.guardian.relation,
        said: { method: 'LINK', answers },
        readAloud: false,
        from: today,
        until: line.until,
        recordedBy: null,
      });
      await this.asking.close(agencyId, childId, about);
      this.#record('disclosure.takenBack', statement, about, { count });
      await this.#tell(actor, about, true, today);
      return ok(true);
    });
    return ok(await this.#lines(actor, me.guardian, about.language));
  }

  /** The same guardian took back the consent to a companion: their words on companions go with it. Inside a unit of work. */
  async companionTakenBack(actor: GuardianActor): Promise<void> {
    const me = await this.#me(actor);
    if (!me) return;
    const count = await this.rows.takeBack(this.#voice(actor, me.guardian, COMPANION), 'GUARDIAN');
    if (count === 0) return;
    const facts = { ...COMPANION, count };
    this.trail.record({ action: 'disclosure.takenBack', subjectType: 'Child', subjectId: actor.childId, facts });
  }

  #tell({ agencyId, childId }: GuardianActor, { purpose, audience }: About, all: boolean, today: LocalDate) {
    return this.withdrawals.inLedger({ agencyId, childId, purpose, audience, all, today });
  }

  /** Whoever holds a link, and of which child; undefined for one who is no guardian any more, or is barred (T13). */
  holder(actor: GuardianActor): Promise<{ readonly child: ChildView; readonly guardian: GuardianView } | undefined> {
    return this.#me(actor);
  }

  /** Whoever holds the link; undefined for one who is no guardian any more, or is under suspicion (T13). */
  async #me(actor: GuardianActor): Promise<{ child: ChildView; guardian: GuardianView } | undefined> {
    const { agencyId, childId } = actor;
    const child = (await this.children.byIds(allRows(agencyId), [childId])).get(childId);
    const today = await this.agencies.today(agencyId);
    const facts = (await this.facts.children(agencyId, [childId], today)).get(childId);
    if (!child || !facts) return undefined;
    const all = await this.guardians.of(agencyId, child, facts);
    const of = await this.links.guardianOf(actor.linkId);
    // A link made for nobody in particular went to the guardian whom the agency calls first.
    const guardian = of === null ? all[0] : all.find(({ id }) => id === of);
    return guardian && !guardian.barred ? { child, guardian } : undefined;
  }

  async #lines(actor: GuardianActor, guardian: GuardianView, language: TextLanguage): Promise<OwnLineView[]> {
    const { agencyId, childId } = actor;
    const asked = await this.asking.open(agencyId, childId);
    const guardianPersonId = guardian.id === FILE_GUARDIAN ? null : guardian.id;
    const own = (await this.rows.ofChild(agencyId, childId, { giver: 'GUARDIAN' })).filter(
      ({ row }) => row.guardianPersonId === guardianPersonId,
    );
    const today = await this.agencies.today(agencyId);
    const said = own.map(({ row }) => ({
      ...{ purpose: row.purpose, audience: row.audience, occasion: row.occasion ?? undefined },
      until: row.untilOn as LocalDate,
    }));
    const subjects = [...asked, ...said.filter(({ until }) => until >= today)].filter(
      (one, at, all) => all.findIndex((other) => same(one, other)) === at,
    );
    const lines: OwnLineView[] = [];
    for (const { until, ...about } of subjects) {
      const { purpose, audience, occasion } = about;
      const shown = await this.ledger.text(actor, { purpose, audience, occasion }, until, language);
      if (!shown) continue;
      const words = own.filter(({ row }) => same(aboutOf(row), about));
      const groups = (offerOf(purpose, audience)?.groups ?? []).map((group) => ({
        group,
        answer: latest(words, group),
      }));
      lines.push({
        purpose,
        audience,
        occasion,
        until,
        ...shown,
        groups,
        asked: asked.some((one) => same(one, about)),
      });
    }
    return lines;
  }

  #voice({ agencyId, childId }: GuardianActor, guardian: GuardianView, { purpose, audience, occasion }: About): Voice {
    const guardianPersonId = guardian.id === FILE_GUARDIAN ? null : guardian.id;
    return { agencyId, childId, purpose, audience, occasion, giver: 'GUARDIAN', guardianPersonId };
  }

  #record(
    action: string,
    subjectId: string,
    { purpose, audience }: About,
    facts: Readonly<Record<string, number>>,
  ): void {
    this.trail.record({ action, subjectType: 'ConsentStatement', subjectId, facts: { purpose, audience, ...facts } });
  }
}

const same = (a: About, b: About): boolean =>
  a.purpose === b.purpose && a.audience === b.audience && (a.occasion ?? '') === (b.occasion ?? '');

const aboutOf = ({ purpose, audience, occasion }: StatementView['row']): About => ({
  purpose,
  audience,
  occasion: occasion ?? undefined,
});

/** The newest word on a group; a yes that was taken back is a no. Statements come newest first. */
function latest(words: readonly StatementView[], group: FieldGroup): ConsentAnswer | null {
  for (const { grants } of words) {
    const grant = grants.find(({ fieldGroup }) => fieldGroup === group);
    if (grant) return grant.withdrawnAt === null ? grant.answer : 'NO';
  }
  return null;
}
