// Why each criterion weighs what it weighs, and why a table cannot be, in words.
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Criterion, WeightProblemCode } from '@tongxing/shared/matching';
import { lookUp } from '../../ui/words/look-up.js';

const OWN_REASONS: Readonly<Record<Criterion, MessageDescriptor>> = {
  continuity: msg`以前陪伴过的，孩子不用再从陌生人开始；断掉的关系最伤人。`,
  priority: msg`陪伴者不够的时候，更着急的先来；急缓由社会工作者定。`,
  sharedHours: msg`陪伴靠每周见面：共同的时间越多，错过一次越容易补上。`,
  skillsForNeeds: msg`志愿者带来的，正好回应评估里写下的期待。`,
  travel: msg`住得近的更能长久，下午也不会花在路上。`,
  waiting: msg`需要差不多的孩子里，等得久的先来，没有人一直被越过。`,
  sharedLanguage: msg`有共同语言是必须的；再能听到家乡话，更容易信任。`,
  sameGender: msg`对不少孩子更自在一些；孩子或家庭提出的要求是规则，不在这里计分。`,
};
export const ownReason = (criterion: string): MessageDescriptor | undefined => lookUp(OWN_REASONS, criterion);

const PROBLEMS: Readonly<Record<WeightProblemCode, MessageDescriptor>> = {
  PROTECTED_FACT: msg`这一项永远不能计分：陪伴谁，不看民族、信仰、家里的收入、户籍、长相或残疾。要紧的是孩子需要什么、志愿者能做什么。`,
  UNKNOWN_CRITERION: msg`匹配还不会看这一项。想看的话，请与同事商量怎样用现有的各项来表达。`,
  REPEATED: msg`同一项写了两次，请留一个。`,
  NEGATIVE: msg`分量不能小于 0；不想看的一项写 0。`,
  FRACTIONAL: msg`分量请写整数。`,
  OVERFLOW: msg`分量太大了，就像一条硬规定。请写 10000 以内的数。`,
  REASON_MISSING: msg`请写一写为什么这样看重它，同事和家庭可能会问起。`,
  NOTHING_CERTAIN: msg`“共同的空闲时间”和“孩子需要的节奏”至少有一项要有分量，不然好的搭配也可能一分没有。`,
};
export const weightProblemWords = (code: string): MessageDescriptor =>
  lookUp(PROBLEMS, code) ?? msg`这张表有一处需要再看一看。`;
