// Words for the facts that stand beside an entry of the audit trail.
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { lookUp } from '../../ui/words/look-up.js';

const FACTS: Readonly<Record<string, MessageDescriptor>> = {
  on: msg`哪一天`,
  year: msg`哪一年`,
  times: msg`段数`,
  from: msg`原来`,
  to: msg`现在`,
  rows: msg`行数`,
  rowCount: msg`行数`,
  imported: msg`导入`,
  importedCount: msg`导入`,
  valid: msg`可以导入`,
  validCount: msg`可以导入`,
  bad: msg`需要看一看`,
  badCount: msg`需要看一看`,
  duplicate: msg`重复`,
  duplicateCount: msg`重复`,
  leftOut: msg`留下没导入`,
  facts: msg`开始算数的记录`,
  proposals: msg`搭配建议`,
  candidatePairs: msg`比较过的搭配`,
  unmatched: msg`还没有搭配的儿童`,
  papers: msg`材料份数`,
  startsOn: msg`开始的日子`,
  endsOn: msg`最后一天`,
  came: msg`来了几个人`,
  until: msg`到哪天为止`,
  serviceDate: msg`服务日期`,
  attempts: msg`试过的次数`,
  count: msg`人数`,
  volunteers: msg`志愿者人数`,
  children: msg`孩子人数`,
  colleagues: msg`同事人数`,
  rosters: msg`名单份数`,
  adults: msg`大人人数`,
  channel: msg`发现途径`,
  companionships: msg`成长陪伴的数目`,
  hours: msg`小时`,
  generation: msg`批次`,
  shares: msg`份数`,
  threshold: msg`凑够几份才能打开`,
  version: msg`版本`,
  migrations: msg`升级的步数`,
};

/** The name of a fact; undefined for one without words, which stands in the raw record only. */
export const factWords = (name: string): MessageDescriptor | undefined => lookUp(FACTS, name);
