// docs/permissions.md: the matrix in plain words, for a director who decides whom to give which role.
import {
  CHILD_GRADES,
  clearanceBy,
  GRADE_WORDS,
  GRADES,
  PERMISSION_WORDS,
  PERMISSIONS,
  reachOf,
  RELATION_WORDS,
  RELATIONS,
  ROLE_NAMES,
  ROLES,
  type Grade,
  type PlainWords,
  type Role,
} from '@tongxing/shared/permissions';

type Tongue = keyof PlainWords;
type Line = (words: PlainWords) => string;

const TEXT: Readonly<Record<Tongue, Readonly<Record<string, string>>>> = {
  zh: {
    title: '# 谁可以做什么',
    note: '本页由权限表生成（`npm run permissions:print`），请勿手工修改。没有写明的，一律不可以。',
    grades: '## 信息分级',
    gradesNote: '每一级都包含它前面的各级。',
    may: '可以：',
    nothing: '还没有任何权限。',
    child: '关于孩子，可以知道：',
    noChild: '关于孩子，什么也看不到。',
    upTo: '最高到',
  },
  en: {
    title: '# Who may do what',
    note: 'Generated from the permission matrix (`npm run permissions:print`); do not edit. What is not named is not allowed.',
    grades: '## Grades of information',
    gradesNote: 'Each grade includes those before it.',
    may: 'May:',
    nothing: 'Holds no permission yet.',
    child: 'Of a child, may know:',
    noChild: 'Sees nothing of any child.',
    upTo: 'up to',
  },
};

/** The whole page: Chinese first, then the same in English. */
export function permissionsPage(): string {
  return [...inTongue('zh'), '', ...inTongue('en')].join('\n').trimEnd() + '\n';
}

function inTongue(tongue: Tongue): string[] {
  const text = (key: string) => TEXT[tongue][key] ?? '';
  const say: Line = (words) => words[tongue];
  return [
    ...[text('title'), '', text('note'), '', text('grades'), '', text('gradesNote'), ''],
    ...GRADES.map((grade) => `- **${grade}** ${say(GRADE_WORDS[grade])}`),
    ...ROLES.flatMap((role) => ['', `## ${say(ROLE_NAMES[role])}`, '', ...ofRole(role, tongue, text, say)]),
  ];
}

function ofRole(role: Role, tongue: Tongue, text: (key: string) => string, say: Line): string[] {
  const held = PERMISSIONS.filter((permission) => reachOf(role, permission));
  if (held.length === 0) return [text('nothing')];
  const lines = held.map((permission) => {
    const reach = reachOf(role, permission) ?? {};
    const parts = RELATIONS.flatMap((relation) => {
      const grade: Grade | undefined = (reach as Partial<Record<typeof relation, Grade>>)[relation];
      return grade ? [`${say(RELATION_WORDS[relation])} ${grade}`] : [];
    });
    const [open, close, between] = tongue === 'zh' ? ['（', '）', '；'] : [' (', ')', '; '];
    return `- ${say(PERMISSION_WORDS[permission])}${open}${parts.join(between)}${close}`;
  });
  return [text('may'), '', ...lines, '', ...ofChildren(role, tongue, text, say)];
}

function ofChildren(role: Role, tongue: Tongue, text: (key: string) => string, say: Line): string[] {
  const known = RELATIONS.flatMap((relation) => {
    const grade = clearanceBy(role, relation);
    if (!CHILD_GRADES.includes(grade)) return [];
    const [colon, comma] = tongue === 'zh' ? ['：', '，'] : [': ', ', '];
    return [`- ${say(RELATION_WORDS[relation])}${colon}${text('upTo')} ${grade}${comma}${say(GRADE_WORDS[grade])}`];
  });
  return known.length === 0 ? [text('noChild')] : [text('child'), '', ...known];
}
