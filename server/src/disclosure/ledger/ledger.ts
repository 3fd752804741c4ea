// The consent ledger as the case team keeps it: what was said, what follows from it today, and taking it back.
import { Injectable } from '@nestjs/common';
import { err, ok, type LocalDate, type Result } from '@tongxing/shared/kernel';
import {
  consentTasks,
  consentText,
  offerOf,
  verdict,
  type ConsentFact,
  type ConsentTask,
  type ConsentText,
  type FieldGroup,
  type TextLanguage,
  type Verdict,
} from '@tongxing/shared/disclosure';
import { ChildrenRepository, type ChildView } from '../../children/index.js';
import { Documents, type PaperView } from '../../documents/index.js';
import { Agencies } from '../../people/index.js';
import { rowsFor, type PersonActor } from '../../platform/access/index.js';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import type { InvalidInputError, NotFoundError } from '../../platform/graphql/index.js';
import { CompanionWords } from '../companion-words.js';
import { Withdrawals } from '../withdrawals.js';
import { sittingProblems, type About, type Said, type Sitting } from './domain/sitting.js';
import { ConsentAsking, type RequestView } from './consent-asking.js';
import { LedgerFacts, FILE_GUARDIAN, type ChildFacts } from './ledger-facts.js';
import { LedgerGuardians, type GuardianView } from './ledger-guardians.js';
import { LedgerPapers } from './ledger-papers.js';
import { hashOf, LedgerRows, type StatementView } from './ledger-rows.js';

/** What stands on one purpose and audience today. */
export interface LineView extends About {
  /** The last day on which something of it is shown. */
  readonly until?: LocalDate | undefined;
  readonly groups: readonly { readonly group: FieldGroup; readonly verdict: Verdict }[];
}
export interface LedgerView {
  readonly child: ChildView;
  readonly lines: readonly LineView[];
  readonly statements: readonly (StatementView & { readonly papers: readonly PaperView[] })[];
  readonly guardians: readonly GuardianView[];
  readonly tasks: readonly ConsentTask[];
  readonly requests: readonly RequestView[];
}
export interface TextView {
  readonly text: ConsentText;
  readonly hash: string;
}

const MISSING = err({ code: 'NOT_FOUND' as const });
const invalid = (fields: InvalidInputError['fields']) => err({ code: 'INVALID_INPUT' as const, fields });

@Injectable()
export class ConsentLedger {
  constructor(
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly agencies: Agencies,
    private readonly children: ChildrenRepository,
    private readonly facts: LedgerFacts,
    private readonly guardians: LedgerGuardians,
    private readonly rows: LedgerRows,
    private readonly papers: LedgerPapers,
    private readonly documents: Documents,
    private readonly asking: ConsentAsking,
    private readonly companions: CompanionWords,
    private readonly withdrawals: Withdrawals,
  ) {}

  /** Everything that was said of a child, and what holds; undefined where the child is not the actor's to see. */
  async of(actor: PersonActor, childId: string): Promise<LedgerView | undefined> {
    const child = (await this.children.byIds(rowsFor(actor, 'consent.read'), [childId])).get(childId);
    if (!child) return undefined;
    const { agencyId } = actor;
    const today = await this.agencies.today(agencyId);
    const facts = await this.facts.children(agencyId, [childId], today);
    const known = facts.get(childId);
    if (!known) return undefined;
    const words = await this.#words(agencyId, childId, facts);
    const statements = await this.rows.ofChild(agencyId, childId);
    const papers = await this.documents.ofRecords(
      agencyId,
      statements.map(({ row }) => row.id),
    );
    return {
      child,
      lines: linesOf(words, known, today),
      statements: statements.map((statement) => ({
        ...statement,
        papers: papers.filter(({ recordId }) => recordId === statement.row.id),
      })),
      guardians: await this.guardians.of(agencyId, child, known),
      tasks: consentTasks(words, known.birthDate, today),
      requests: await this.asking.open(agencyId, childId),
    };
  }

  /** The text that a family hears; undefined where these two are never asked for together. */
  async text(
    actor: { readonly agencyId: PersonActor['agencyId'] },
    about: About,
    until: LocalDate,
    language: TextLanguage,
  ): Promise<TextView | undefined> {
    const { name } = await this.agencies.get(actor.agencyId);
    const text = consentText({ ...about, until, agencyName: name }, language);
    return text && { text, hash: hashOf(text) };
  }

  /** Writes down what a family said on the worker's device or on paper: a yes to some, a no to others, all of it. */
  async give(
    actor: PersonActor,
    childId: string,
    sitting: Sitting,
  ): Promise<Result<LedgerView, NotFoundError | InvalidInputError>> {
    const { agencyId } = actor;
    const child = (await this.children.byIds(rowsFor(actor, 'consent.record'), [childId])).get(childId);
    const today = await this.agencies.today(agencyId);
    const text = await this.text(actor, sitting, sitting.until, sitting.language);
    const written = await this.work.run(actor, async () => {
      const facts = child && (await this.facts.children(agencyId, [childId], today)).get(childId);
      if (!child || !facts) return MISSING;
      if (await this.rows.has(agencyId, sitting.requestId)) return ok(true);
      const problems = sittingProblems(sitting, { ...facts, today, textHash: text?.hash });
      if (problems.length > 0 || !text) return invalid(problems);
      return this.#write(actor, child, facts, sitting, text.text, today);
    });
    if (!written.ok) return written;
    const view = await this.of(actor, childId);
    return view ? ok(view) : MISSING;
  }

  /** On the family's word, by phone or in person: everything that this voice said yes to, at once. */
  async takeBack(actor: PersonActor, statementId: string): Promise<Result<LedgerView, NotFoundError>> {
    const { agencyId } = actor;
    const statement = await this.rows.find(agencyId, statementId);
    const childId = statement?.childId ?? '';
    const child = (await this.children.byIds(rowsFor(actor, 'consent.record'), [childId])).get(childId);
    if (!statement || !child) return MISSING;
    const { purpose, audience, giver, guardianPersonId } = statement;
    const voice = { agencyId, childId, purpose, audience, giver, guardianPersonId };
    await this.work.run(actor, async () => {
      const count = await this.rows.takeBack({ ...voice, occasion: statement.occasion ?? undefined }, 'WORKER');
      if (count === 0) return ok(true);
      this.#record('disclosure.takenBack', statementId, { child: childId, purpose, audience, count });
      const today = await this.agencies.today(agencyId);
      const about = { agencyId, childId, purpose, audience };
      await this.withdrawals.inLedger({ ...about, all: true, today, by: actor.personId });
      return ok(true);
    });
    const view = await this.of(actor, childId);
    return view ? ok(view) : MISSING;
  }

  async #write(
    actor: PersonActor,
    child: ChildView,
    facts: ChildFacts,
    sitting: Sitting,
    text: ConsentText,
    today: LocalDate,
  ): Promise<Result<true, InvalidInputError>> {
    const { agencyId } = actor;
    const { requestId, until, readAloud, guardian, purpose, audience, occasion } = sitting;
    const common = {
      ...{ agencyId, childId: child.id, childPersonId: child.person.id, requestId, text, until, readAloud },
      ...{ purpose, audience, occasion, from: sitting.saidOn ?? today, recordedBy: actor.personId },
    };
    const named =
      guardian && (await this.guardians.of(agencyId, child, facts)).find(({ id }) => id === guardian.guardianId);
    const statements: string[] = [];
    if (guardian) {
      const guardianPersonId = guardian.guardianId === FILE_GUARDIAN ? null : guardian.guardianId;
      const who = { guardianPersonId, giverName: named?.name, relation: named?.relation, said: guardian };
      statements.push(await this.rows.add({ ...common, ...who, giver: 'GUARDIAN' }));
    }
    if (sitting.child) {
      const who = {
        giver: 'CHILD' as const,
        guardianPersonId: null,
        giverName: child.person.name,
        said: sitting.child,
      };
      statements.push(await this.rows.add({ ...common, ...who }));
    }
    const [first = ''] = statements;
    if (!(await this.papers.attach(actor, child.id, sitting.paperIds, first))) {
      return invalid([{ field: 'paperIds', code: 'NOT_FOUND' }]);
    }
    await this.asking.close(agencyId, child.id, sitting);
    const voices = [
      ['GUARDIAN', guardian],
      ['CHILD', sitting.child],
    ] as const;
    for (const [who, said] of voices) {
      if (said)
        this.#record('disclosure.answered', first, { child: child.id, who, purpose, audience, ...counts(said) });
    }
    const said = voices.flatMap(([, one]) => (one ? [counts(one)] : []));
    if (said.some(({ no }) => no > 0)) {
      const about = { agencyId, childId: child.id, purpose, audience };
      const all = said.some(({ yes, no }) => no > 0 && yes === 0);
      await this.withdrawals.inLedger({ ...about, all, today, by: actor.personId });
    }
    return ok(true);
  }

  /** The ledger's words on a child, and those on the companion. */
  async #words(agencyId: PersonActor['agencyId'], childId: string, facts: ReadonlyMap<string, ChildFacts>) {
    const ledger = (await this.facts.words(agencyId, facts)).get(childId) ?? [];
    return [...ledger, ...((await this.companions.ofChildren(agencyId, facts)).get(childId) ?? [])];
  }

  #record(action: string, subjectId: string, facts: Readonly<Record<string, string | number>>): void {
    this.trail.record({ action, subjectType: 'ConsentStatement', subjectId, facts });
  }
}

const counts = ({ answers, method }: Said) => ({
  method,
  yes: answers.filter(({ answer }) => answer === 'YES').length,
  no: answers.filter(({ answer }) => answer === 'NO').length,
});

/** One line for each purpose, audience and occasion that anybody said anything about, each group with what follows. */
export function linesOf(words: readonly ConsentFact[], child: ChildFacts, today: LocalDate): LineView[] {
  const lines = new Map<string, ConsentFact[]>();
  for (const word of words) {
    const key = [word.purpose, word.audience, word.occasion ?? ''].join(' ');
    lines.set(key, [...(lines.get(key) ?? []), word]);
  }
  return [...lines.values()].flatMap((about) => {
    const [first] = about;
    const offer = first && offerOf(first.purpose, first.audience);
    if (!first || !offer) return [];
    const groups = offer.groups.map((group) => {
      const ofGroup = about.filter((word) => word.group === group);
      return { group, verdict: verdict(ofGroup, child.birthDate, today) };
    });
    const shown = new Set(groups.filter((one) => one.verdict === 'SHOWN').map(({ group }) => group));
    const days = about.filter((word) => shown.has(word.group) && word.answer === 'YES').map(({ until }) => until);
    const { purpose, audience, occasion } = first;
    return [{ purpose, audience, occasion, until: days.sort().at(-1), groups }];
  });
}
