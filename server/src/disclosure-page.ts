// docs/disclosure.md: what each role may read of a child, by consent, for a director; from the table that the tests use.
import { AGE_ROWS, NEVER_SHOWN, readingTable, type ReaderRow, type Words } from '@tongxing/shared/disclosure';

type Tongue = keyof Words;

const TEXT = {
  zh: {
    title: '# 谁能看到孩子的什么',
    note: '本页由披露规则和权限表生成（`npm run permissions:print`），请勿手工修改。没有写明的，一律看不到。',
    work: '不用问同意就能看到：',
    consent: (why: string) => `为了“${why}”，家庭每一样分别同意以后：`,
    always: '不需要同意，只此一样',
    never: '## 任何同意都不会给外面的人看',
    nothing: '什么也看不到。',
    ages: '## 几岁要谁同意',
    guardian: '监护人同意',
    child: '孩子自己同意',
    anew: '孩子自己同意，到这个年龄要重新问',
    both: '，',
    more: [
      '收回、到期、或者说“可以”的人不再是监护人，下一次打开就看不到。',
      '两位监护人想法不一样时，按“不可以”办；监护人被怀疑伤害孩子时，他的“可以”不算数。',
      '企业、合作机构和专家，还要由社会工作者为写明名字的一个人打开，到写明的日子为止。',
      '陪伴者还要有家庭对这一位陪伴者的同意，有了它，才看得到整个化名。',
    ],
  },
  en: {
    title: '# Who may read what of a child',
    note: 'Generated from the disclosure policy and the permission matrix (`npm run permissions:print`); do not edit. What is not named cannot be read.',
    work: 'Reads without asking for a yes:',
    consent: (why: string) => `For “${why}”, once the family has said yes to each by itself:`,
    always: 'without a consent, and nothing else is',
    never: '## What no consent ever shows to anybody outside',
    nothing: 'Reads nothing.',
    ages: '## Whose yes at which age',
    guardian: "the guardian's yes",
    child: "the child's own",
    anew: "the child's own, asked anew at this age",
    both: ', ',
    more: [
      'Taken back, run out, or given by somebody who is no guardian any more: the next look shows nothing of it.',
      'Where two guardians disagree, the no holds; the yes of a guardian suspected of harm does not count.',
      'For a company, a partner agency and an expert a social worker also has to open it, for one named person and until a named day.',
      "A companion also needs the family's yes to this very companion, and knows the whole pseudonym by it.",
    ],
  },
} as const;

/** The whole page: Chinese first, then the same in English. */
export const disclosurePage = (): string => [...inTongue('zh'), '', ...inTongue('en')].join('\n').trimEnd() + '\n';

function inTongue(tongue: Tongue): string[] {
  const text = TEXT[tongue];
  return [
    ...[text.title, '', text.note],
    ...readingTable().flatMap((row) => ['', `## ${row.name[tongue]}`, '', ...ofReader(row, tongue)]),
    ...['', text.ages, ''],
    ...AGE_ROWS.map(({ age, guardian, child, anew }) => {
      const own = child ? [anew ? text.anew : text.child] : [];
      const yes = [...(guardian ? [text.guardian] : []), ...own].join(text.both);
      return `- ${age[tongue]}${tongue === 'zh' ? '：' : ': '}${yes}`;
    }),
    ...['', ...text.more.map((line) => `- ${line}`)],
    ...['', text.never, '', ...NEVER_SHOWN.map((words) => `- ${words[tongue]}`)],
  ];
}

function ofReader({ byWork, byConsent }: ReaderRow, tongue: Tongue): string[] {
  const text = TEXT[tongue];
  if (byWork.length + byConsent.length === 0) return [text.nothing];
  const colon = tongue === 'zh' ? '：' : ': ';
  const [open, close] = tongue === 'zh' ? ['（', '）'] : [' (', ')'];
  const work = byWork.flatMap(({ whose, what }) => [
    `- ${whose[tongue]}${colon.trimEnd()}`,
    ...what.map(({ words }) => `  - ${words[tongue]}`),
  ]);
  const consent = byConsent.flatMap(({ why, groups }) => [
    ...['', text.consent(why[tongue]), ''],
    ...groups.map(({ what, needsYes }) => `- ${what[tongue]}${needsYes ? '' : `${open}${text.always}${close}`}`),
  ]);
  return work.length > 0 ? [text.work, '', ...work, ...consent] : consent.slice(1);
}
