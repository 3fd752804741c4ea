// What papers are kept for. Each module says so for what it keeps; this one knows none of them.
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';
import type { Permission } from '@tongxing/shared/permissions';
import { mayDo, rowsFor, type Actor, type PersonActor, type Rows } from '../platform/access/index.js';
import type { Purpose, SubjectType } from './stored-file.entity.js';

/** With whose data key a file is sealed: the person's whom it tells of, or the agency's where it tells of nobody. */
export type PaperOwner = PersonId | 'AGENCY';

export interface PurposeRules {
  readonly purpose: Purpose;
  readonly subjectType: SubjectType;
  readonly read: Permission;
  readonly write: Permission;
  /**
   * A paper that proves a record waits until the record is written, and stands as long as that does. Others are kept at
   * once, and may be taken away again.
   */
  readonly proves?: ProvenRecord | undefined;
  /** Whoever brings one in brings it for themselves: the subject is their own person. */
  readonly own?: true | undefined;
  /** So many may wait, or stand where nothing is waited for. */
  readonly most: number;
  /** Whom papers of this subject tell of; undefined for a subject that is not among these rows, and for an erased one. */
  readonly ownerOf: (rows: Rows, subjectId: string) => Promise<PaperOwner | undefined>;
  /** Somebody else who reads them, by a bond of their own and not by rows. */
  readonly alsoRead?: OtherReaders | undefined;
}

export interface OtherReaders {
  readonly permission: Permission;
  readonly ownerOf: (actor: PersonActor, paper: PaperOf) => Promise<PaperOwner | undefined>;
}

/** What a paper hangs on. */
export interface PaperOf {
  readonly subjectId: string;
  readonly recordId: string | null;
}

/** A kind of record that papers prove. */
export interface ProvenRecord {
  readonly recordType: 'Consent' | 'ConsentStatement' | 'TrainingCredit' | 'TeamPaper';
  /** So many papers of one record at most. */
  readonly most: number;
  /** The record that stands for this subject now: it may still get papers that were not at hand when it was written. */
  readonly standing: (agencyId: AgencyId, subjectId: string) => Promise<string | undefined>;
}

/** Where somebody may put a paper, or read one. */
export interface Place {
  readonly rules: PurposeRules;
  readonly subjectId: string;
  readonly ownerId: PaperOwner;
  /** A record that stands already, where the paper comes later than it. */
  readonly recordId?: string | undefined;
}

export class Purposes {
  readonly #rules = new Map<string, PurposeRules>();

  add(rules: PurposeRules): void {
    if (this.#rules.has(rules.purpose)) throw new Error(`BUG: two rules for papers of ${rules.purpose}`);
    this.#rules.set(rules.purpose, rules);
  }

  get(purpose: unknown): PurposeRules | undefined {
    return typeof purpose === 'string' ? this.#rules.get(purpose) : undefined;
  }

  /** Every permission by which some paper may be read; one's own that still waits among them. */
  get readPermissions(): readonly Permission[] {
    const rules = [...this.#rules.values()];
    const each = rules.flatMap(({ read, write, own, alsoRead }) => [
      read,
      ...(own ? [write] : []),
      ...(alsoRead ? [alsoRead.permission] : []),
    ]);
    return [...new Set(each)];
  }

  /** The rows of the subject decide, as they do everywhere else; hidden is as missing. */
  async place(actor: Actor, to: 'read' | 'write', rules: PurposeRules, subjectId: string): Promise<Place | undefined> {
    if (rules.own && to === 'write') {
      const own = actor.kind === 'person' && actor.personId === subjectId && mayDo(actor, rules.write);
      return own ? { rules, subjectId, ownerId: actor.personId } : undefined;
    }
    const ownerId = await rules.ownerOf(rowsFor(actor, rules[to]), subjectId);
    return ownerId && { rules, subjectId, ownerId };
  }

  /** For a paper that stands: whoever reads its subject, or has a bond of their own. */
  async readPlace(actor: PersonActor, rules: PurposeRules, paper: PaperOf): Promise<Place | undefined> {
    const { alsoRead } = rules;
    const place = await this.place(actor, 'read', rules, paper.subjectId);
    if (place || !alsoRead || !mayDo(actor, alsoRead.permission)) return place;
    const ownerId = await alsoRead.ownerOf(actor, paper);
    return ownerId && { rules, subjectId: paper.subjectId, ownerId };
  }

  /** The place of a paper that comes later than the record it proves; none where another record stands by now. */
  async latePlace(actor: Actor, rules: PurposeRules, subjectId: string, recordId: string): Promise<Place | undefined> {
    const place = await this.place(actor, 'write', rules, subjectId);
    if (!place || (await rules.proves?.standing(actor.agencyId, subjectId)) !== recordId) return undefined;
    return { ...place, recordId };
  }
}
