// Words for what is done about a concern: what each step is called, what it asks for, and what stands against it.
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Authority, ConcernBlocker, ConcernCategory, ConcernState, ConcernStepKind } from '../../gql/graphql.js';
import type { Tone } from '../../ui/badge/StateBadge.js';

export const STATE: Readonly<Record<ConcernState, { readonly word: MessageDescriptor; readonly tone: Tone }>> = {
  RECEIVED: { word: msg`还没有人看过`, tone: 'waiting' },
  SEEN: { word: msg`看到了，还没有行动`, tone: 'waiting' },
  SAFETY_ACTIONS: { word: msg`正在保证安全`, tone: 'soon' },
  REPORTED: { word: msg`已经报告`, tone: 'soon' },
  AUTHORITY_LED: { word: msg`主管部门在处理`, tone: 'soon' },
  SUPPORT: { word: msg`正在支持孩子和家庭`, tone: 'soon' },
  REVIEWED: { word: msg`已经回顾`, tone: 'good' },
  CLOSED: { word: msg`已经结束`, tone: 'quiet' },
};

interface StepWords {
  /** As a thing to do. */
  readonly todo: MessageDescriptor;
  /** As a thing that was done. */
  readonly done: MessageDescriptor;
  /** What to write. */
  readonly ask: MessageDescriptor;
}
export const STEP: Readonly<Record<ConcernStepKind, StepWords>> = {
  TRIAGED: { todo: msg`判断是哪一类、多急`, done: msg`作了判断`, ask: msg`为什么这样判断？要多快？` },
  SAFETY_ACTION: { todo: msg`安排一件保证安全的事`, done: msg`安排了一件事`, ask: msg`做什么？` },
  DROPOUT_TASK: { todo: msg`报告疑似辍学`, done: msg`疑似辍学，要报告`, ask: msg`向谁报告了？` },
  CRISIS_WORK: {
    todo: msg`先帮忙：来不及签服务协议`,
    done: msg`先帮了忙，还没有服务协议`,
    ask: msg`为什么不能等？先做了什么？`,
  },
  TASK_DONE: { todo: msg`一件事做完了`, done: msg`做完了`, ask: msg`结果怎样？` },
  REPORTED: { todo: msg`已经报告主管部门`, done: msg`报告了主管部门`, ask: msg`对方怎么说？（可以不写）` },
  REFERENCE: { todo: msg`补上受理编号`, done: msg`补上了受理编号`, ask: msg`说明` },
  AUTHORITY_LED: { todo: msg`主管部门接手了`, done: msg`主管部门接手`, ask: msg`谁接手？我们配合什么？` },
  ACCOUNT: {
    todo: msg`记下孩子自己说的话`,
    done: msg`孩子自己说的话`,
    ask: msg`用孩子的原话。只听一次，不要追问。`,
  },
  ACCOUNT_ASKED: { todo: msg`请督导者同意再听一次`, done: msg`请求再听一次`, ask: msg`为什么必须再听一次？谁来问？` },
  ACCOUNT_ALLOWED: { todo: msg`同意再听一次`, done: msg`同意再听一次`, ask: msg`怎样做，才不再伤到孩子？` },
  ACCOUNT_REFUSED: { todo: msg`不同意再听一次`, done: msg`不同意再听一次`, ask: msg`为什么不用再问？` },
  SUPPORT: {
    todo: msg`开始支持孩子和家庭`,
    done: msg`支持孩子和家庭`,
    ask: msg`做什么？如果没有报告，写清楚为什么不用报告。`,
  },
  REVIEWED: { todo: msg`一起回顾`, done: msg`一起回顾`, ask: msg`学到了什么？以后怎样更早发现？` },
  CLOSE_ASKED: { todo: msg`没有受理编号，请第二个人来结束`, done: msg`请第二个人来结束`, ask: msg`为什么可以结束？` },
  CLOSED: { todo: msg`结束这件事`, done: msg`结束了`, ask: msg`为什么可以结束？孩子现在怎样？` },
};

export const CATEGORY: Readonly<Record<ConcernCategory, MessageDescriptor>> = {
  HARM: msg`可能受到伤害`,
  NEGLECT: msg`可能没有人照看`,
  DROPOUT: msg`疑似辍学`,
  CONDUCT: msg`大人没有守约定`,
  FAMILY_CRISIS: msg`家里出了急事`,
  SELF_HARM: msg`可能伤害自己`,
  OTHER: msg`别的`,
};
export const AUTHORITY: Readonly<Record<Authority, MessageDescriptor>> = {
  POLICE: msg`公安（110）`,
  CIVIL_AFFAIRS: msg`民政部门`,
  EDUCATION: msg`教育部门`,
  PROCURATORATE: msg`检察院`,
  COMMUNITY: msg`居（村）委会`,
  OTHER: msg`别的部门`,
};

interface BlockerWords {
  readonly why: MessageDescriptor;
  readonly now: MessageDescriptor;
  readonly clause?: string;
}
export const BLOCKER: Readonly<Record<ConcernBlocker, BlockerWords>> = {
  TRIAGE_MISSING: { why: msg`还没有人判断过这是哪一类。`, now: msg`先写下判断，再回顾。` },
  TASKS_OPEN: { why: msg`还有事情没有做完。`, now: msg`先把上面等着的事做完并记下结果。`, clause: '§5.3.3' },
  REFERENCE_OR_SECOND_PERSON: {
    why: msg`没有主管部门的受理编号，一个人不能结束。`,
    now: msg`补上受理编号；或者先写下理由，请督导者或负责人来结束。`,
    clause: '§7.5.1',
  },
  SECOND_PERSON_NEEDED: {
    why: msg`前一步是您自己做的。`,
    now: msg`请另一位督导者或负责人来做这一步。`,
    clause: '§7.5.1',
  },
  SUPERVISOR_NEEDED: { why: msg`这一步由督导者或机构负责人来做。`, now: msg`请当面或打电话请他们打开这一页。` },
  ACCOUNT_STANDS: {
    why: msg`孩子已经说过一次了。再问一次，会让孩子再受一次伤。`,
    now: msg`看上面已经记下的话；非问不可，先写理由，请督导者同意。`,
    clause: '§5.2.3',
  },
  NOTHING_ASKED: { why: msg`现在用不着这一步。`, now: msg`换成最新的内容，看看走到了哪里。` },
  ASKED_ALREADY: { why: msg`已经有同事提出来了，在等回答。`, now: msg`请督导者或负责人打开这一页回答。` },
  NO_SUCH_TASK: { why: msg`这件事已经有人记下做完了。`, now: msg`换成最新的内容看一看。` },
  NOT_BY_HAND: {
    why: msg`这件任务由系统开出来，不能手写。`,
    now: msg`在判断里选“疑似辍学”，任务就会出现。`,
    clause: '§5.3.3',
  },
  REPORT_MISSING: { why: msg`还没有记下向哪个部门报告。`, now: msg`先记下报告，再补编号。`, clause: '§7.5.1' },
};
