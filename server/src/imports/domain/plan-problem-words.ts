// What can be wrong with a row of an activity or of a team, and what would be right.
import type { CellProblem } from './cell-problem.js';
import { words } from './words.js';

export const PLAN_PROBLEM_WORDS = {
  FORMULA: words('这一格是公式，请换成内容', 'the cell holds a formula: put in what it should say'),
  THEME_MISSING: words('请填写活动名称', 'please give the activity a title'),
  ACTIVITY_KIND_MISSING: words('请填写活动类型', 'please give the kind of activity'),
  ACTIVITY_KIND_UNKNOWN: words('活动类型不在类型表中', 'the kind of activity is not in the table'),
  DATE_MISSING: words('请填写日期', 'please give the date'),
  DATE_PAST: words('这一天已经过去，只导入以后的活动', 'the day is over: only activities to come are taken in'),
  DATE_FAR: words('日期在两年以后，请核对年份', 'the day is more than two years ahead: check the year'),
  WEEKDAY_DIFFERS: words('日期和后面写的星期不一致', 'the date falls on another day of the week than it says'),
  CLOCK_MISSING: words('请填写开始和结束的时间', 'please say when it starts and ends'),
  CLOCK_UNREADABLE: words('时间请写成 14:00 这样', 'write the time like 14:00'),
  HOURS_DIFFER: words('和“开始”“结束”两列写的不一致', 'differs from the columns of start and end'),
  VENUE_MISSING: words('请填写场地', 'please name the venue'),
  VENUE_UNKNOWN: words(
    '机构没有登记这个场地，请先在“场地”里登记',
    'the agency has no such venue: add it under venues first',
  ),
  WORKER_UNKNOWN: words('负责人不在机构的同事里', 'nobody of this name works at the agency'),
  WORKER_AMBIGUOUS: words('机构里有两位同事都叫这个名字', 'two colleagues of the agency bear this name'),
  CHILDREN_RANGE: words('儿童人数请写 0 到 500', 'write the number of children from 0 to 500'),
  RATIO_RANGE: words('每个大人带的孩子请写 1 到 30', 'write the children per adult from 1 to 30'),
  TASKS_UNREADABLE: words('分工请写成“带小组 4；拍照 1”这样', 'write the tasks like: lead a group 4; photos 1'),
  ACTIVITY_TWICE: words('与前面的一行是同一个活动', 'the same activity stands in a row above'),
  ACTIVITY_KNOWN: words('机构已有这个活动', 'the agency has this activity already'),
  TEAM_NAME_MISSING: words('请填写团队名称', 'please give the team’s name'),
  TEAM_KIND_UNKNOWN: words(
    '团队类型请写企业、机关单位、高校或社团',
    'write the kind as company, government office, university or club',
  ),
  COORDINATOR_MISSING: words('有邮箱，请填写联系人姓名', 'there is an address: please name the contact'),
  COORDINATOR_EMAIL_MISSING: words('有联系人，请填写邮箱', 'there is a contact: please give the address'),
  COORDINATOR_NOT_INVITED: words(
    '团队已登记；这个邮箱已是机构里别人的，没有发邀请',
    'the team is there; the address is somebody else’s at the agency, so no invitation went out',
  ),
  TEAM_TWICE: words('与前面的一行是同一个团队', 'the same team stands in a row above'),
  TEAM_KNOWN: words('机构已有这个团队', 'the agency has this team already'),
} as const satisfies Partial<Record<CellProblem, ReturnType<typeof words>>>;
