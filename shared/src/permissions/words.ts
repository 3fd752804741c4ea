// The matrix in plain words, for docs/permissions.md and whoever explains it; of the client only the page that explains it.
import { COMPANY_YEAR_WORDS } from './company-year-words.js';
import { TEAM_WORDS } from './team-words.js';
import type { Grade, Relation } from './grades.js';
import type { Permission } from './matrix.js';
import type { Role } from './roles.js';

export interface PlainWords {
  readonly zh: string;
  readonly en: string;
}
const say = (zh: string, en: string): PlainWords => ({ zh, en });

export const GRADE_WORDS: Readonly<Record<Grade, PlainWords>> = {
  G0: say('公开：谁都可以知道，例如机构名称', 'Public: what anybody may know, such as the name of the agency'),
  G1: say(
    '工作信息：状态、日期、数目、设置，不涉及具体的人',
    'Working facts: states, dates, counts, settings; nobody in particular',
  ),
  G2: say(
    '成人信息：工作人员和志愿者的姓名、电话、参加服务的条件',
    'Adults: names and phones of staff and volunteers, and whether they may serve',
  ),
  G3: say(
    '化名的孩子：化名、学段、语言、可以一起做的事',
    'A child behind a pseudonym: school stage, languages, what to do together',
  ),
  G4: say('孩子的身份：真实姓名、生日、学校、监护人', "A child's identity: real name, birthday, school, guardian"),
  G5: say(
    '孩子的处境：需要、计划、家庭的意见、工作中写下的话',
    "A child's circumstances: needs, plans, the family's word, what was written down",
  ),
  G6: say('安全与核查：安全关切、违法犯罪记录查询的结果', 'Safety: concerns, and results of record checks'),
};

export const RELATION_WORDS: Readonly<Record<Relation, PlainWords>> = {
  PUBLIC: say('所有人', 'anybody'),
  OWN: say('自己的，监护人则是自己孩子的', 'their own; for a guardian, their own child'),
  ASSIGNED: say('正在陪伴或服务的', 'whom they accompany or work with now'),
  FORMERLY_ASSIGNED: say('曾经陪伴或服务的', 'whom they accompanied or worked with before'),
  SAME_OFFICE: say('所在服务点的，以及属于全机构的', 'of their offices, and of the whole agency'),
  SAME_AGENCY: say('本机构的', 'of their agency'),
};

export const ROLE_NAMES: Readonly<Record<Role, PlainWords>> = {
  SOCIAL_WORKER: say('社会工作者', 'Social worker'),
  SUPERVISOR: say('督导者', 'Supervisor'),
  DIRECTOR: say('机构负责人', 'Director'),
  ARCHIVIST: say('档案管理员', 'Archivist'),
  FINANCE: say('财务人员', 'Finance'),
  VOLUNTEER: say('志愿者', 'Volunteer'),
  CSR_COORDINATOR: say('企业社会责任专员', 'CSR coordinator'),
  EMPLOYEE: say('企业志愿者', 'Employee volunteer'),
  DONOR: say('捐赠人', 'Donor'),
  GUARDIAN: say('监护人', 'Guardian'),
  REFERRER: say('转介人', 'Referrer'),
  EXPERT: say('专家', 'Expert'),
  COMMISSIONER: say('委托方', 'Commissioner'),
  AUDITOR: say('审计员', 'Auditor'),
  PLATFORM_OPERATOR: say('平台运维人员', 'Platform operator'),
};

/** What each permission lets somebody do, as the end of "may …". */
export const PERMISSION_WORDS: Readonly<Record<Permission, PlainWords>> = {
  'account.own': say('使用自己的账号，看发给自己的通知', 'use their own account and read their own notices'),
  'volunteer.read': say('看志愿者名单和参加服务的条件', 'see volunteers and whether they may serve'),
  'volunteer.keepPapers': say(
    '把培训证明和志愿服务协议存到志愿者的资料里，或取下',
    "put certificates and agreements on a volunteer's card, or take them off",
  ),
  'volunteer.recordFacts': say(
    '记录志愿者的培训、协议和身份，或说明记错了',
    'write down trainings, agreements and who a volunteer is, or say that it was a mistake',
  ),
  'volunteer.exempt': say(
    '让志愿者在一段时间里免去培训或协议；违法犯罪记录查询从不免',
    'let a volunteer do without training or agreement for some days, never without a record check',
  ),
  'volunteer.change': say(
    '改志愿者会说的话、会做的事、空闲时间和愿意陪伴几个孩子',
    'change which languages a volunteer speaks, what they can do, when they are free and how many children they take',
  ),
  'learning.read': say('看机构的课程', 'see the courses of the agency'),
  'learning.keepCourses': say(
    '设置课程、适用的服务和有效期',
    'keep the courses, for which tasks and how long they count',
  ),
  'learning.holdSessions': say(
    '安排培训、出示签到码、记下谁到了',
    'arrange sessions, show the code, mark who was there',
  ),
  'learning.coach': say('看谁在培训路上停在哪里', 'see who is stuck where on the way to being trained'),
  'learning.askCredit': say('请机构承认自己在别处学过的', 'ask for credit for what they learned elsewhere'),
  'learning.decideCredit': say(
    '看别处学过的证明，决定算不算',
    'look at papers of what was learned elsewhere, and decide whether it counts',
  ),
  'learning.enrolOwn': say('报名培训、签到', 'take a place in a session, and say that they are there'),
  'learning.readOwn': say('学网上的课，看自己的培训', 'take the online lessons, and see their own training'),
  'application.read': say(
    '看报名做志愿者的人写了什么、面谈记录和推荐人的回答',
    'read what people who would like to volunteer wrote, notes of the talk and what referees say',
  ),
  'application.decide': say(
    '和报名的人面谈，请推荐人回答，决定是否接受',
    'talk with applicants, ask referees, and decide',
  ),
  'application.invite': say('做报名链接给团队或活动用', 'make links to the application form for a team or an occasion'),
  'learning.answerOwn': say('回答课程里的问题', 'answer the questions of the course'),
  'volunteer.changeOwn': say('改自己有空的时间', 'change when they are free themselves'),
  'volunteer.readOwn': say('看自己参加服务还缺什么', 'see what they themselves still need in order to serve'),
  'child.arrange': say('把孩子转到另一个服务点，并撤回', 'move children to another office, and take it back'),
  'household.arrange': say(
    '把家庭连同孩子转到另一个服务点，并撤回',
    'move families with their children to another office, and take it back',
  ),
  'companionship.handOver': say('把陪伴交给另一位同事，并撤回', 'hand pairs over to another worker, and take it back'),
  'volunteer.arrange': say(
    '把志愿者转到另一个服务点或另一位督导者，并撤回',
    'move volunteers to another office or supervisor, and take it back',
  ),
  'list.use': say('保存名单的视图', 'keep views of lists'),
  'list.export': say('把看得到的名单导出成表格', 'take lists that they can see along as a file'),
  'child.read': say('看孩子的档案', "read children's files"),
  'child.record': say('记录孩子怎样来到机构、需要什么', 'write down how a child came and what they need'),
  'household.read': say('看孩子的家庭', "see children's families"),
  'household.record': say('记录孩子的家庭和它的变化', "write down children's families and what changes in them"),
  'screening.readHit': say('看违法犯罪记录查询的结果', 'read the result of a record check'),
  'screening.record': say('记录违法犯罪记录查询的答复', 'write down the answer of a record check'),
  'roster.stage': say('上传名单并检查', 'bring in a roster file and look it over'),
  'roster.import': say('导入名单，或放弃', 'import a roster, or drop it'),
  'roster.undo': say(
    '撤回一整份导入的名单，只要还没有用到其中的人',
    'take a whole imported roster back, as long as nothing stands on anybody of it',
  ),
  'roster.confirm': say('作为第二人确认导入的名单', 'confirm an imported roster as the second person'),
  'match.read': say('看匹配的结果和理由', 'see what the matching proposes, and why'),
  'match.run': say('运行匹配', 'run the matching'),
  'match.weigh': say('调整匹配看重什么', 'change what the matching gives weight to'),
  'match.decide': say('接受或不接受匹配建议', 'accept or decline a proposal'),
  'companionship.read': say('看成长陪伴', 'see companionships'),
  'companionship.prepare': say('制定并批准陪伴计划', 'write and approve the plan of a companionship'),
  'companionship.activate': say('开始或恢复成长陪伴', 'begin a companionship, or take it up again'),
  'companionship.end': say('结束成长陪伴', 'end a companionship'),
  'companionship.answerOwn': say('对自己的成长陪伴表示同意或不同意', 'say yes or no to a companionship of their own'),
  'companionship.readOwn': say('看自己的成长陪伴', 'see their own companionships'),
  'companionship.pause': say('让成长陪伴先停一停', 'let a companionship rest for now'),
  'companionship.recordContact': say(
    '记下一次联系：联系过，或者见到了',
    'write down a contact that was attempted or made',
  ),
  'concern.raise': say('说出对孩子安全的担心', "say that something worries them about a child's safety"),
  'concern.read': say('看安全关切并确认看到', 'read concerns about safety, and mark them as seen'),
  'concern.rota': say('看谁在值班', 'see who is on call'),
  'concern.changeRota': say('排值班表', 'set who is on call'),
  'incident.read': say('看突发事件和演练的记录', 'see incidents and drills'),
  'incident.record': say('记录突发事件和演练', 'write down incidents and drills'),
  'concern.handle': say('处理安全关切，并写下每一步', 'act on a concern about safety, and write down each step'),
  'consent.read': say('看家庭的同意', "read the family's consent"),
  'consent.record': say('记录家庭的同意和孩子的回答', "write down the family's consent and the child's answer"),
  'consent.link': say('给监护人发专属链接，也可以收回', 'give a guardian a personal link, and take it back'),
  'consent.bar': say(
    '标记一位可能伤害孩子的监护人，使他的同意不再算数',
    'mark a guardian who may have harmed the child, so that their consent counts no longer',
  ),
  'consent.liftBar': say('作为第二人取消这样的标记', 'take such a mark away as the second person'),
  'consent.giveOwn': say('对给谁看孩子的什么，说可以或不可以', 'say yes or no to what of their child is shown to whom'),
  'consent.withdrawOwn': say('看自己给出的同意，并随时收回', 'see the consent they gave, and take it back at any time'),
  'person.search': say('按姓名找孩子和志愿者', 'find children and volunteers by name'),
  'person.erase': say('抹除一个人的全部个人信息', 'erase everything personal that is kept of somebody'),
  'person.stop': say(
    '立即暂停一个人的全部工作，或作为第二人恢复',
    "stop all of somebody's work at once, or let them work again as the second person",
  ),
  'file.request': say('说明理由，打开孩子档案里收着的部分', "open a closed part of a child's file, giving a reason"),
  'file.decide': say('决定同事能不能打开档案', 'decide whether a colleague may open a file'),
  'file.readers': say('看谁查看过一份档案', 'see who has read a file'),
  'factor.reset': say(
    '当面核实以后，为同事重设登录保护',
    "reset a colleague's second step of signing in, after meeting them",
  ),
  'teamDay.readOwn': say('看自己和团队来的日子', 'see one’s own days with a team'),
  'teamDay.changeOwn': say('报名和团队来一天，签当天的协议', 'join a team’s day and sign the agreement for it'),
  'helping.read': say('看助人自助的历程', 'see the ways of those who were helped and now help'),
  'helping.begin': say(
    '邀请服务对象做志愿者，记录他们的历程',
    'invite somebody who is served to help, and record their way',
  ),
  'helping.count': say('看助人自助的人数', 'see how many of those who were helped now help'),
  'helping.readOwn': say('看自己的助人历程', 'see one’s own way of helping'),
  'helping.changeOwn': say('用自己的话讲助人历程，或者不再继续', 'tell one’s own way of helping, or end it'),
  'helping.answerOwn': say('决定孩子可不可以做小志愿者', 'decide whether one’s child may be a young volunteer'),
  'agreement.write': say('起草和发布协议的文本', 'write and release the texts of agreements'),
  'agreement.read': say('看志愿服务协议和服务协议', 'see agreements with volunteers and families'),
  'agreement.offer': say('请志愿者或家庭签协议', 'offer agreements to volunteers and families'),
  'agreement.sign': say('代表机构签协议，结束协议', 'sign agreements for the agency, and end them'),
  'agreement.readOwn': say('看自己的志愿服务协议', 'see one’s own volunteer agreement'),
  'agreement.signOwn': say('签自己的志愿服务协议，或者退出', 'sign one’s own volunteer agreement, or leave it'),
  'agreement.signForChild': say(
    '签孩子的服务协议，或者退出',
    'sign the service agreement for one’s child, or leave it',
  ),
  'reminder.read': say('看哪些志愿者的手续快到期', 'see whose papers end soon'),
  'staff.read': say('看同事和他们的角色', 'see colleagues and their roles'),
  'staff.change': say('给予和结束同事的角色，管理服务点', "give and end colleagues' roles, keep the list of offices"),
  'supervision.read': say('看谁多久没有谈过、谁的担子重', 'see who has not been seen, and who carries much'),
  'supervision.arrange': say('安排谁督导谁、谁代理谁', 'arrange who supervises whom, and who stands in'),
  'supervision.hold': say('约督导会谈、记下并签名', 'agree on talks, write them down and sign them'),
  'supervision.readOwn': say('看自己的督导会谈', 'see their own talks with the supervisor'),
  'supervision.signOwn': say('在自己的督导记录上签名', 'sign the record of their own talks'),
  'staff.keepCredentials': say(
    '记录同事的资格证书，或说明记错了',
    "write down colleagues' certificates, or say that it was a mistake",
  ),
  'programme.read': say('看项目和还有几个名额', 'see programmes and how many places are left'),
  'programme.change': say('设立和调整项目', 'set up programmes and change them'),
  'activity.read': say('看活动的计划和日历', 'see plans of activities and their calendar'),
  'activity.plan': say('计划、开放和取消活动', 'plan activities, open them and call them off'),
  'activity.review': say(
    '审阅别人计划的活动的风险防控预案',
    "read through the risk plan of somebody else's activity and pass it",
  ),
  'activity.runDay': say('在活动当天签到、记录和回顾', 'run the day of an activity: the door, the list, the look back'),
  'activity.checkInOwn': say(
    '在活动门口签到，看自己的服务时间',
    'check in at the door, and see the own hours of service',
  ),
  'activity.forOwnChild': say(
    '用专属链接给自己的孩子报名、退出活动',
    'sign the own child up for activities by the personal link, and opt out',
  ),
  'activity.withChildren': say(
    '记录孩子参加活动的意愿、状态和接送',
    'record which children come to an activity, how they are and who fetches them',
  ),
  ...COMPANY_YEAR_WORDS,
  ...TEAM_WORDS,
  'staffing.read': say('看活动的名额由谁来', 'see who helps at which activity'),
  'staffing.plan': say('安排志愿者到活动里，并通知他们', 'give volunteers their seats at activities and tell them'),
  'staffing.readOwn': say('看自己被安排的活动', 'see the activities they were asked for'),
  'staffing.answerOwn': say(
    '答复自己的活动，说自己想做什么',
    'answer for their activities and say what they like to do',
  ),
  'programme.enrol': say('给孩子项目的名额，或结束', 'give a child a place in a programme, or end it'),
  'progress.read': say('看孩子的成长卡片', "see the cards on children's progress"),
  'progress.write': say('写孩子的成长卡片', "write a card on a child's progress"),
  'progress.decide': say(
    '作为第二位读者审阅、发出、收回成长卡片，或先停住它',
    'read a card as the second reader, release it, take it back, or stop it for safety',
  ),
  'release.check': say(
    '寄出信件、报告和图片以前做检查，看谁检查过',
    'check letters, reports and pictures before they leave, and see who has looked',
  ),
  'sponsorship.read': say('看谁在资助孩子', 'see who sponsors a child'),
  'sponsorship.match': say('为孩子安排资助人', 'match a child with a sponsor'),
  'sponsorship.readOwn': say(
    '看自己资助的孩子：只有家庭同意给看的内容',
    'see the children they sponsor, as far as each family agrees',
  ),
  'share.read': say(
    '看孩子的情况开给了哪些单位和专家',
    "see to which organisations and experts a child's facts are opened",
  ),
  'share.open': say(
    '按家庭的同意，把孩子的一些情况开给一位企业、合作机构的联系人或专家看，到期或随时关上',
    'open what a family agreed to for one named reader of a company or partner, or an expert, until a day; and close it',
  ),
  'share.readAsCompany': say(
    '看开给企业的孩子：只有家庭同意给看的内容',
    'see children opened to the company, as far as each family agrees',
  ),
  'share.readAsPartner': say(
    '看开给合作机构的孩子：只有家庭同意给看的内容',
    'see children opened to the partner agency, as far as each family agrees',
  ),
  'share.readAsExpert': say(
    '看开给专家的孩子：只有家庭同意给看的内容',
    'see children opened to the expert, as far as each family agrees',
  ),
  'person.invite': say(
    '邀请认识的人开通账号，或收回邀请',
    'invite people to make an account, or take an invitation back',
  ),
  'setting.read': say('看机构设置', "see the agency's settings"),
  'setting.change': say('更改机构设置', "change the agency's settings"),
  'figure.read': say('看家庭统计', 'see the figures about families'),
  'rights.ask': say(
    '查看、复制、更正、转移、删除关于自己（监护人则是孩子）的信息，提出请求',
    'ask to see, copy, correct, take elsewhere or erase what is kept of them; a guardian, of the child',
  ),
  'rights.read': say('看大家关于自己信息的请求', 'see what people ask about what is kept of them'),
  'rights.give': say('办理这些请求，交付副本', 'answer these requests and hand over copies'),
  'rights.refuse': say('写明理由，不同意一项请求', 'refuse such a request, with a written reason'),
  'breach.read': say('看信息泄露等事件的记录', 'see records of leaked, changed or lost data'),
  'breach.manage': say('记录和处理信息泄露等事件', 'write such records and take the steps'),
  'evidence.read': say('看每年的合规证明', 'read the yearly compliance evidence'),
  'evidence.make': say('做出每年的合规证明', 'make the yearly compliance evidence'),
  'audit.read': say('看操作记录', 'read the audit trail'),
  'job.read': say('看停下的消息和后台任务，并重试', 'see messages and jobs that stopped, and try again'),
};
