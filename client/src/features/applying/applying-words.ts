import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import {
  INTERESTS,
  LANGUAGES,
  SKILLS,
  wordsOf,
  type ApplyStep,
  type Code,
  type MissingField,
} from '@tongxing/shared/rules';
import type { ApplicationState, ApplicationWait } from '../../gql/graphql.js';
import type { Tone } from '../../ui/badge/StateBadge.js';
import type { PartOfDay } from './parts-of-day.js';

export const STEP: Readonly<Record<ApplyStep, MessageDescriptor>> = {
  ABOUT: msg`先认识您`,
  INTERESTS: msg`想做些什么`,
  TIMES: msg`什么时候有空`,
  PLACE: msg`住在哪一带`,
  SKILLS: msg`会说什么话，会做什么`,
  MOTIVE: msg`为什么想来`,
  REFEREES: msg`谁认识您`,
  CHECK: msg`再看一遍`,
};
export const PART: Readonly<Record<PartOfDay, MessageDescriptor>> = {
  MORNING: msg`上午`,
  AFTERNOON: msg`下午`,
  EVENING: msg`晚上`,
};
/** What is missing, and how to mend it. */
export const MISSING: Readonly<Record<MissingField, MessageDescriptor>> = {
  name: msg`请写上姓名。`,
  phone: msg`请写一个打得通的手机号。`,
  birthDate: msg`请写出生的年月日。`,
  age: msg`年龄还没有到。到了那一天，欢迎再来。`,
  guardianName: msg`请写监护人的姓名。`,
  guardianPhone: msg`请写监护人的手机号，不能和您自己的一样。`,
  interests: msg`请至少选一样。`,
  freeTimes: msg`请至少选一段时间。`,
  languages: msg`请至少选一种。`,
  motive: msg`请写几句，一两句也好。`,
  referees: msg`请写上姓名和手机号，不能是您自己的，也不能重复。`,
};
export const STATE: Readonly<Record<ApplicationState, { readonly word: MessageDescriptor; readonly tone: Tone }>> = {
  STARTED: { word: msg`还没有送出`, tone: 'waiting' },
  SENT: { word: msg`送到了`, tone: 'soon' },
  TALKED: { word: msg`谈过了`, tone: 'soon' },
  ACCEPTED: { word: msg`欢迎您加入`, tone: 'good' },
  DECLINED: { word: msg`这一次没有成`, tone: 'quiet' },
  WITHDRAWN: { word: msg`您收回了`, tone: 'quiet' },
};
/** What it waits for, told to the applicant. */
export const WAIT: Readonly<Record<ApplicationWait, MessageDescriptor>> = {
  APPLICANT: msg`等您：您让它先放一放。想好了，按“继续”。`,
  TALK: msg`等一次面谈：同事会打电话给您，约一个时间。`,
  GUARDIAN: msg`等监护人的回答：链接已经用短信发过去了。`,
  REFERENCES: msg`等认识您的人说几句：同事会请他们。`,
  DECISION: msg`都齐了，等机构的决定。`,
  AGE: msg`年龄还没有到。`,
  GUARDIAN_SAID_NO: msg`监护人没有同意。可以和家里人再聊聊，监护人可以改回答。`,
};

/** The words of the form's own dictionaries, in the reader's language. */
export function useFormWords() {
  const { i18n } = useLingui();
  const word = ({ zh, en }: Pick<Code, 'zh' | 'en'>): string => (i18n.locale === 'en' ? en : zh);
  const all = (table: readonly Code[]) => (codes: readonly string[]) =>
    codes.flatMap((code) => {
      const found = wordsOf(table, code);
      return found ? [word(found)] : [];
    });
  return { word, interests: all(INTERESTS), languages: all(LANGUAGES), skills: all(SKILLS) };
}
