// The ledger as the schema says it, and the ids that come in.
import { ageOn, type LocalDate } from '@tongxing/shared/kernel';
import type { ConsentTask } from '@tongxing/shared/disclosure';
import type { ChildView } from '../../../children/index.js';
import { toConsentPaper } from '../../../documents/index.js';
import { fromGlobalId, make, toGlobalId } from '../../../platform/graphql/index.js';
import type { Said, Sitting } from '../domain/sitting.js';
import { FILE_GUARDIAN } from '../ledger-facts.js';
import type { LedgerView, TextView } from '../ledger.js';
import {
  ConsentGrantType,
  ConsentLedgerType,
  ConsentLineType,
  ConsentRequestType,
  ConsentStatementType,
  ConsentTaskType,
  ConsentTextType,
  GroupVerdictType,
  LedgerGuardianType,
  TextLineType,
  type RecordDisclosureConsentInput,
  type SaidInput,
} from './ledger.types.js';

export const childOf = (globalId: string): string => fromGlobalId('Child', globalId) ?? '';

/** Whom only the file names goes by the child's own id. */
const guardianToId = (id: string, childId: string): string =>
  id === FILE_GUARDIAN ? toGlobalId('FileGuardian', childId) : toGlobalId('Person', id);
export const guardianOf = (globalId: string, childId: string): string =>
  fromGlobalId('FileGuardian', globalId) === childId ? FILE_GUARDIAN : (fromGlobalId('Person', globalId) ?? '');

export const toText = ({ text, hash }: TextView): ConsentTextType =>
  make(ConsentTextType, {
    version: text.version,
    hash,
    parts: text.parts.map((line) => make(TextLineType, { ...line })),
  });

export function toLedger({ child, ...view }: LedgerView, today: LocalDate): ConsentLedgerType {
  const { birthDate, name } = child.person;
  return make(ConsentLedgerType, {
    childId: toGlobalId('Child', child.id),
    childName: name,
    age: birthDate ? ageOn(birthDate, today) : null,
    lines: view.lines.map(({ purpose, audience, occasion = null, until = null, groups }) =>
      make(ConsentLineType, {
        ...{ purpose, audience, occasion, until },
        groups: groups.map((group) => make(GroupVerdictType, group)),
      }),
    ),
    statements: view.statements.map(toStatement),
    guardians: view.guardians.map(({ id, name: guardian, relation, barred }) =>
      make(LedgerGuardianType, { id: guardianToId(id, child.id), name: guardian, relation, barred }),
    ),
    tasks: view.tasks.map((task) => toTask(task, child)),
    requests: view.requests.map(({ purpose, audience, occasion = null, until, askedAt }) =>
      make(ConsentRequestType, { purpose, audience, occasion, until, askedAt }),
    ),
  });
}

export const toTask = ({ kind, purpose, audience, occasion, dueOn }: ConsentTask, child: ChildView) =>
  make(ConsentTaskType, {
    ...{ kind, purpose, audience, dueOn },
    occasion: occasion ?? null,
    childId: toGlobalId('Child', child.id),
    childName: child.person.name,
  });

function toStatement({ row, text, grants, papers, ...opened }: LedgerView['statements'][number]): ConsentStatementType {
  const { purpose, audience, occasion, giver, method, readAloud, recordedAt } = row;
  return make(ConsentStatementType, {
    ...{ purpose, audience, occasion, giver, method, readAloud, recordedAt },
    id: toGlobalId('ConsentStatement', row.id),
    giverName: opened.giverName,
    relation: opened.relation,
    signature: opened.signature ?? null,
    witnessName: opened.witnessName ?? null,
    note: opened.note ?? null,
    from: row.fromOn,
    until: row.untilOn,
    grants: grants.map(({ fieldGroup, answer, withdrawnAt }) =>
      make(ConsentGrantType, { group: fieldGroup, answer, withdrawnAt }),
    ),
    text: text.body,
    textVersion: text.version,
    textHash: text.hash,
    papers: papers.map(toConsentPaper),
  });
}

export function toSitting(input: RecordDisclosureConsentInput): Sitting {
  const { purpose, audience, language, textHash, readAloud, requestId, guardian, child } = input;
  return {
    ...{ purpose, audience, language, textHash, readAloud, requestId },
    occasion: input.occasion ?? undefined,
    saidOn: (input.saidOn ?? undefined) as LocalDate | undefined,
    until: input.until as LocalDate,
    guardian: guardian
      ? { ...toSaid(guardian), guardianId: guardianOf(guardian.guardianId, childOf(input.childId)) }
      : undefined,
    child: child ? toSaid(child) : undefined,
    paperIds: (input.paperIds ?? []).map((id) => fromGlobalId('StoredFile', id) ?? ''),
  };
}

const toSaid = ({ method, signature, witnessName, note, answers }: SaidInput): Said => ({
  method,
  signature: signature ?? undefined,
  witnessName: witnessName ?? undefined,
  note: note ?? undefined,
  answers,
});
