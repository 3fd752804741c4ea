// What a worker has to see to, so that no consent runs out unseen and no child is passed over on growing up (H21).
import { addDays, type LocalDate } from '../kernel/index.js';
import { ADULT_AGE, birthdayOf, holds, OWN_CONSENT_AGE, RENEWAL_DAYS, verdict, type ConsentFact } from './disclose.js';
import type { Audience, DisclosurePurpose } from './field-groups.js';

/** In the order in which they press. */
export const CONSENT_TASKS = [
  /** One guardian said yes and another no; nothing is shown meanwhile. */
  'GUARDIANS_DISAGREE',
  /** Whoever said yes is no guardian any more, or is under suspicion. */
  'GIVER_NOT_COUNTED',
  /** The fourteenth, or the eighteenth, birthday is near or past: the child's own word is needed. */
  'OWN_WORD_DUE',
  'ENDS_SOON',
] as const;
export type ConsentTaskKind = (typeof CONSENT_TASKS)[number];

export interface ConsentTask {
  readonly kind: ConsentTaskKind;
  readonly purpose: DisclosurePurpose;
  readonly audience: Audience;
  readonly occasion?: string | undefined;
  /** From this day on nothing is shown any more; today or earlier where nothing is shown already. */
  readonly dueOn: LocalDate;
}

/** So long before it ends a family is asked again. */
export const ENDS_SOON_DAYS = 30;
/** So long afterwards a task reminds of what ended; then it has been let go. */
const LET_GO_DAYS = 60;

/** The tasks of one child: at most one for each purpose, audience and occasion, the most pressing. */
export function consentTasks(
  facts: readonly ConsentFact[],
  birthDate: LocalDate | undefined,
  today: LocalDate,
): ConsentTask[] {
  return subjects(facts).flatMap((about) => {
    const [first] = about;
    const task = first && taskOf(about, birthDate, today);
    if (!first || !task) return [];
    const { purpose, audience, occasion } = first;
    return [{ ...task, purpose, audience, occasion }];
  });
}

type Pressing = Pick<ConsentTask, 'kind' | 'dueOn'>;

function taskOf(
  facts: readonly ConsentFact[],
  birthDate: LocalDate | undefined,
  today: LocalDate,
): Pressing | undefined {
  const verdicts = byGroup(facts).map((words) => ({ words, is: verdict(words, birthDate, today) }));
  const some = (...which: readonly string[]) => verdicts.filter(({ is }) => which.includes(is));
  if (some('GUARDIAN_SAID_NO').some(({ words }) => disagree(words, today))) {
    return { kind: 'GUARDIANS_DISAGREE', dueOn: today };
  }
  if (some('GIVER_FORMER', 'GIVER_BARRED').length > 0) return { kind: 'GIVER_NOT_COUNTED', dueOn: today };
  const ownWord = birthDate && ownWordDue(verdicts, birthDate, today);
  if (ownWord) return { kind: 'OWN_WORD_DUE', dueOn: ownWord };
  const ends = some('SHOWN', 'ENDED', 'CHILD_ANEW').map(({ words }) => lastDay(words));
  const end = ends.reduce<LocalDate | undefined>(
    (soonest, day) => (soonest && soonest < day ? soonest : day),
    undefined,
  );
  const near = end && end <= addDays(today, ENDS_SOON_DAYS) && end >= addDays(today, -LET_GO_DAYS);
  return near ? { kind: 'ENDS_SOON', dueOn: addDays(end, 1) } : undefined;
}

function ownWordDue(
  verdicts: readonly { readonly words: readonly ConsentFact[]; readonly is: string }[],
  birthDate: LocalDate,
  today: LocalDate,
): LocalDate | undefined {
  const shown = verdicts.filter(({ is }) => is === 'SHOWN' || is === 'CHILD_ANEW');
  for (const age of [OWN_CONSENT_AGE, ADULT_AGE]) {
    const birthday = birthdayOf(birthDate, age);
    if (
      birthday <= today ? shown.some(({ is }) => is === 'CHILD_ANEW') && today < birthdayOf(birthDate, age + 1) : false
    )
      return birthday;
    // What holds today, and would not on the birthday.
    const opens = addDays(birthday, -RENEWAL_DAYS);
    const lapses = ({ words }: (typeof shown)[number]) =>
      lastDay(words) >= birthday && verdict(words, birthDate, birthday) === 'CHILD_ANEW';
    if (opens <= today && today < birthday && shown.some(lapses)) return birthday;
  }
  return undefined;
}

/** Somebody's yes would hold if it were not for somebody else's no. */
const disagree = (words: readonly ConsentFact[], today: LocalDate): boolean => {
  const guardians = words.filter(({ giver, standing }) => giver === 'GUARDIAN' && standing !== 'FORMER');
  const yes = guardians.filter((fact) => fact.answer === 'YES' && fact.standing === 'COUNTS' && holds(fact, today));
  const refused = new Set(
    guardians.filter(({ answer, withdrawnAt }) => answer === 'NO' || withdrawnAt).map(({ giverId }) => giverId),
  );
  return yes.some(({ giverId }) => !refused.has(giverId) && refused.size > 0);
};

/** The day on which the latest standing yes of a guardian ends; of a grown person, the own one. */
function lastDay(words: readonly ConsentFact[]): LocalDate {
  const yes = words.filter(({ answer, withdrawnAt }) => answer === 'YES' && withdrawnAt === undefined);
  const guardians = yes.filter(({ giver }) => giver === 'GUARDIAN');
  const days = (guardians.length > 0 ? guardians : yes).map(({ until }) => until).sort();
  return days.at(-1) ?? ('0000-00-00' as LocalDate);
}

function byGroup(facts: readonly ConsentFact[]): ConsentFact[][] {
  return gather(facts, ({ group }) => group);
}

function subjects(facts: readonly ConsentFact[]): ConsentFact[][] {
  return gather(facts, ({ purpose, audience, occasion = '' }) => `${purpose} ${audience} ${occasion}`);
}

function gather(facts: readonly ConsentFact[], by: (fact: ConsentFact) => string): ConsentFact[][] {
  const parts = new Map<string, ConsentFact[]>();
  for (const fact of facts) parts.set(by(fact), [...(parts.get(by(fact)) ?? []), fact]);
  return [...parts.values()];
}
