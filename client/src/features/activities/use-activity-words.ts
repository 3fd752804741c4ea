import { useLingui } from '@lingui/react/macro';
import { ACTIVITY_KINDS, SKILLS, VENUE_CHECKS, wordsOf, type Code, type PlanNeed } from '@tongxing/shared/rules';
import type { ActivityState } from '@tongxing/shared/states';
import type { Tone } from '../../ui/badge/StateBadge.js';
import { useFormat } from '../../ui/format/use-format.js';

interface Named {
  readonly theme: string;
  readonly themeEn?: string | null | undefined;
}

/** The words of activities in the reader's language. */
export function useActivityWords() {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const read = (table: readonly Code[]) => (code: string) => {
    const words = wordsOf(table, code);
    return words ? (i18n.locale === 'en' ? words.en : words.zh) : t`其他`;
  };
  const states: Readonly<Record<ActivityState, string>> = {
    DRAFT: t`草稿`,
    RISK_REVIEWED: t`预案已审阅`,
    OPEN: t`已开放`,
    ROSTER_LOCKED: t`名单已定`,
    RUNNING: t`正在进行`,
    RECORDED: t`已记录`,
    EVALUATED: t`已评估`,
    CLOSED: t`已结束`,
    CANCELLED: t`已取消`,
  };
  const needs: Readonly<Record<PlanNeed, string>> = {
    TASK_GOAL: t`写下要做成什么`,
    PROCESS_GOAL: t`写下过程中希望长出什么`,
    CHILDREN_PART: t`写下孩子自己做什么、决定什么`,
    CHILDREN_GROUP: t`写下是哪一组孩子`,
    WORKER: t`选一位负责的同事`,
    RISK_CHILDREN: t`写下孩子的风险防控预案`,
    RISK_STAFF: t`写下工作人员和志愿者的风险防控预案`,
    VENUE: t`去场地看过，把安全清单勾齐，一年之内`,
    ADULTS: t`大人不够照看这些孩子：多安排大人，或少请几个孩子`,
  };
  return {
    kind: read(ACTIVITY_KINDS),
    skill: read(SKILLS),
    check: read(VENUE_CHECKS),
    state: (state: ActivityState): string => states[state],
    tone: (state: ActivityState): Tone => TONES[state],
    need: (need: PlanNeed): string => needs[need],
    hours: ({ startMinute, endMinute }: { readonly startMinute: number; readonly endMinute: number }): string =>
      `${format.minute(startMinute)}–${format.minute(endMinute)}`,
    /** An activity without an English theme keeps its own. */
    theme: ({ theme, themeEn }: Named): string => (i18n.locale === 'en' && themeEn ? themeEn : theme),
    themeLang: ({ themeEn }: Named): 'zh-CN' | undefined => (i18n.locale === 'en' && !themeEn ? 'zh-CN' : undefined),
  };
}

const TONES: Readonly<Record<ActivityState, Tone>> = {
  DRAFT: 'waiting',
  RISK_REVIEWED: 'soon',
  OPEN: 'good',
  ROSTER_LOCKED: 'good',
  RUNNING: 'good',
  RECORDED: 'waiting',
  EVALUATED: 'waiting',
  CLOSED: 'quiet',
  CANCELLED: 'quiet',
};
