// A copy of what is kept of somebody: sections of plain facts with words in both languages, as a file for people and for machines.

export interface Words {
  readonly zh: string;
  readonly en: string;
}
export interface CopiedFact {
  /** The column's name: what a program goes by. */
  readonly key: string;
  readonly label: Words;
  /** As it is kept: text, number, list. */
  readonly value: unknown;
  /** The same for people, where it is a code. */
  readonly words?: Words | undefined;
}
export interface CopiedSection {
  readonly key: string;
  readonly title: Words;
  /** Each row is one thing that is kept: a training, a companionship. */
  readonly rows: readonly (readonly CopiedFact[])[];
}
export interface PersonalCopy {
  readonly format: 'tongxing.personal-data';
  readonly formatVersion: 1;
  readonly agency: string;
  readonly madeAt: string;
  readonly sections: readonly CopiedSection[];
  /** The same sentences in every copy: whether there is such a thing is not told by them. */
  readonly neverIncluded: readonly Words[];
}

/** What no copy carries, said alike to everybody (未成年人保护法 11, 103; PIPL 45). */
export const NEVER_INCLUDED: readonly Words[] = [
  {
    zh: '关于别人的信息：别的孩子、家人、志愿者和工作人员，以及同时说到几个人的文字。',
    en: 'What is about others: other children, relatives, volunteers and staff, and texts that tell of several people at once.',
  },
  {
    zh: '别人为了孩子的安全，悄悄告诉我们的话。不论有没有，所有人的副本里都不包括。',
    en: 'What others told us in confidence for a child’s safety. Whether or not there is any, no copy of anybody includes it.',
  },
  {
    zh: '登录用的密码、密钥和代码，以及只对系统有意义的编号。',
    en: 'Passwords, keys and codes for signing in, and numbers that mean something to the system only.',
  },
  {
    zh: '上传的照片和扫描件本身：请告诉社会工作者，可以当面看，也可以领取复印件。',
    en: 'Photographed and scanned papers themselves: tell your social worker, and look at them together or take copies along.',
  },
];
