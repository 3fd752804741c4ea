// Kinds of activities, and what somebody looked at in a venue, with the words that screens use for them.
import type { Code } from './codes.js';

export const ACTIVITY_KINDS = [
  code('AFTER_SCHOOL', '课后托管', 'After-school care'),
  code('GROWTH_GROUP', '成长小组', 'Growth group'),
  code('PARENTS', '家长能力建设', 'Parents’ workshop'),
  code('FORUM', '新老市民论坛', 'Forum of new and old residents'),
  code('LECTURE', '大众讲坛', 'Public talk'),
  code('GET_TOGETHER', '社区联谊', 'Community get-together'),
  code('OUTING', '外出活动', 'Outing'),
  code('LIVING_EXPERIENCE', '生活体验', 'Living experience'),
  code('HEALTH_CHECK', '健康检查', 'Health check'),
  code('CAMP', '夏令营', 'Summer camp'),
] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number]['code'];

/** How much a plan may hold: characters of each text, children, tasks, seats, days ahead. */
export const ACTIVITY_LIMITS = {
  longest: {
    theme: 80,
    themeEn: 120,
    childrenGroup: 60,
    taskGoal: 300,
    processGoal: 300,
    childrenPart: 500,
    riskChildren: 2000,
    riskStaff: 2000,
    task: 60,
  },
  children: 500,
  perAdult: 30,
  tasks: 20,
  seats: 200,
  furthestDays: 730,
} as const;

/** What somebody has to have seen with their own eyes before children come (§7.5.4). */
export const VENUE_CHECKS = [
  code('EXITS', '消防通道畅通，出口看得见', 'Exits are open and easy to see'),
  code('FIRST_AID', '有急救箱，知道最近的医院', 'A first-aid kit is there, and the nearest hospital is known'),
  code('ROAD', '和马路、水面隔开', 'Roads and water are fenced off'),
  code('SIGHT', '没有看不见的角落', 'No corner is out of sight'),
  code('TOILETS', '洗手间干净，孩子自己能用', 'Toilets are clean, and children can use them by themselves'),
  code('PICK_UP', '有固定的接送点', 'There is one place where children are met and fetched'),
] as const;
export type VenueCheck = (typeof VENUE_CHECKS)[number]['code'];

/** Days for which what somebody saw in a venue is taken as it is. */
export const VENUE_CHECK_DAYS = 365;

/** Minutes between two activities of one person at two venues (H22). */
export const ACTIVITY_GAP_MINUTES = 60;

export const BUDGET_PAYERS = [
  code('AGENCY', '机构承担', 'The agency pays'),
  code('TEAM', '团队承担', 'The team pays'),
] as const;
export type BudgetPayer = (typeof BUDGET_PAYERS)[number]['code'];

export interface BudgetLine {
  readonly what: string;
  /** Whole fen, as digits. */
  readonly amount: string;
  readonly payer: BudgetPayer;
}
export interface ActivityRole {
  readonly task: string;
  readonly seats: number;
  /** A code of `SKILLS`; empty where anybody will do. */
  readonly skill: string;
}

function code<C extends string>(name: C, zh: string, en: string): Code & { readonly code: C } {
  return { code: name, zh, en, also: [] };
}
