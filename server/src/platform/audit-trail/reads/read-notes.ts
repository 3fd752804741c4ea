// What one operation has shown of people so far: whose data, and which fields of it.
import type { AuditEntry } from '../audit-trail.js';

interface Noted {
  readonly ids: Set<string>;
  readonly fields: Set<string>;
}

export class ReadNotes {
  readonly #bySubject = new Map<string, Noted>();

  /** `id` is the row's own; undefined where the thing that was read has none. */
  note(subjectType: string, field: string, id: string | undefined): void {
    let noted = this.#bySubject.get(subjectType);
    if (!noted) this.#bySubject.set(subjectType, (noted = { ids: new Set(), fields: new Set() }));
    noted.fields.add(field);
    if (id !== undefined) noted.ids.add(id);
  }

  get isEmpty(): boolean {
    return this.#bySubject.size === 0;
  }

  /** One row for each kind of thing, however many of them: `child.read` of one, `child.listed` of several. */
  entries(): AuditEntry[] {
    return [...this.#bySubject].map(([subjectType, { ids, fields }]) => {
      const [only, ...more] = ids;
      const thing = `${subjectType.slice(0, 1).toLowerCase()}${subjectType.slice(1)}`;
      const facts = { fields: [...fields].sort().join(' ') };
      if (more.length === 0) return { action: `${thing}.read`, subjectType, subjectId: only, facts };
      return { action: `${thing}.listed`, subjectType, facts: { ...facts, count: ids.size, ids: packIds([...ids]) } };
    });
  }
}

/** Ids in two thirds of their length, so that a page of two hundred stays a small row; `packId` finds one again. */
export const packIds = (ids: readonly string[]): string => ids.map(packId).join(' ');

export const packId = (id: string): string => Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');
