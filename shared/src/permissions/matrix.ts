// The permission matrix: the one table that drives guards, row sets, field disclosure, tests and docs/permissions.md.
//
// A new permission is one row here and its words in words.ts; the compiler asks for both.
// A row says, for each role that holds the permission, in which relation and up to which grade:
//   'wish.read': { ...may(CASE_TEAM, { SAME_OFFICE: 'G4' }), ...may(['DONOR'], { OWN: 'G1' }) },
import { GRADES, RELATIONS, highestOf, type Grade, type Reach, type Relation } from './grades.js';
import { ROLES, type Role } from './roles.js';

/** What a permission is about: the part before the dot. Every type of the schema belongs to one. */
export const RESOURCES = [
  'account',
  'activity',
  'agency',
  'agreement',
  'application',
  'audit',
  'breach',
  'child',
  'companionship',
  'companyYear',
  'concern',
  'consent',
  'evidence',
  'factor',
  'figure',
  'file',
  'helping',
  'household',
  'incident',
  'job',
  'learning',
  'list',
  'match',
  'pack',
  'person',
  'programme',
  'progress',
  'release',
  'reminder',
  'rights',
  'roster',
  'screening',
  'setting',
  'share',
  'sponsorship',
  'staff',
  'staffing',
  'supervision',
  'team',
  'teamDay',
  'teamRoster',
  'volunteer',
] as const;
export type Resource = (typeof RESOURCES)[number];

type Row = Readonly<Partial<Record<Role, Reach>>>;

const may = (roles: readonly Role[], reach: Reach): Row => Object.fromEntries(roles.map((role) => [role, reach]));

const CASE_TEAM: readonly Role[] = ['SOCIAL_WORKER', 'SUPERVISOR', 'DIRECTOR'];
const LEADS: readonly Role[] = ['SUPERVISOR', 'DIRECTOR'];
const WORKERS: readonly Role[] = ['SOCIAL_WORKER', 'SUPERVISOR'];
const VOLUNTEERS: readonly Role[] = ['VOLUNTEER', 'EMPLOYEE'];
const SIGNED_IN: readonly Role[] = ROLES.filter((role) => role !== 'GUARDIAN');

const ROWS = {
  'account.own': may(SIGNED_IN, { OWN: 'G2' }),
  // Assigned: whoever accompanies, or is proposed for, a child of theirs, from whichever office.
  'volunteer.read': may(CASE_TEAM, { SAME_OFFICE: 'G2', ASSIGNED: 'G2' }),
  // Certificates and signed agreements on the card, photographed or scanned.
  'volunteer.keepPapers': may(CASE_TEAM, { SAME_OFFICE: 'G2' }),
  // Trainings, agreements, and who they are: on the evidence itself, never one's own.
  'volunteer.recordFacts': may(CASE_TEAM, { SAME_OFFICE: 'G2' }),
  // Without training or agreement for some days: whoever answers for the agency, never whoever assigns.
  'volunteer.exempt': may(['DIRECTOR'], { SAME_OFFICE: 'G2' }),
  // What they bring along: languages, skills, free times, places. Never whether they may serve.
  'volunteer.change': may(CASE_TEAM, { SAME_OFFICE: 'G2' }),
  // Strangers who would like to help: what they wrote, what was talked about, what others say of them.
  'application.read': may(CASE_TEAM, { SAME_OFFICE: 'G5' }),
  'application.decide': may(CASE_TEAM, { SAME_OFFICE: 'G5' }),
  // Links to the form for a team or an occasion.
  'application.invite': may(CASE_TEAM, { SAME_OFFICE: 'G2' }),
  // Templates are the agency's; what is signed by them tells of a volunteer, or of a child and the guardian.
  'agreement.write': may(LEADS, { SAME_AGENCY: 'G1' }),
  'agreement.read': may(CASE_TEAM, { SAME_OFFICE: 'G5' }),
  'agreement.offer': may(CASE_TEAM, { SAME_OFFICE: 'G5' }),
  // For the agency, never one's own; and to end one is as weighty as to sign it.
  'agreement.sign': may(LEADS, { SAME_OFFICE: 'G5' }),
  'agreement.readOwn': may(VOLUNTEERS, { OWN: 'G2' }),
  'agreement.signOwn': may(VOLUNTEERS, { OWN: 'G2' }),
  // The families' service agreement, by the guardian's personal link.
  'agreement.signForChild': may(['GUARDIAN'], { OWN: 'G4' }),
  // What is taught, and for which tasks.
  'learning.read': may(CASE_TEAM, { SAME_AGENCY: 'G1' }),
  'learning.keepCourses': may(LEADS, { SAME_AGENCY: 'G1' }),
  // Days, places, the code of the room, and who was there; nobody marks themselves.
  'learning.holdSessions': may(CASE_TEAM, { SAME_AGENCY: 'G2' }),
  // Who is stuck where, of those whom somebody stands beside.
  'learning.coach': may(CASE_TEAM, { SAME_OFFICE: 'G2', ASSIGNED: 'G2' }),
  // What somebody learned elsewhere: asked by themselves, decided by another.
  'learning.askCredit': may(VOLUNTEERS, { OWN: 'G1' }),
  'learning.decideCredit': may(LEADS, { SAME_AGENCY: 'G2' }),
  'learning.enrolOwn': may(VOLUNTEERS, { OWN: 'G1' }),
  'learning.readOwn': may(VOLUNTEERS, { OWN: 'G1' }),
  'learning.answerOwn': may(VOLUNTEERS, { OWN: 'G1' }),
  'volunteer.changeOwn': may(VOLUNTEERS, { OWN: 'G2' }),
  'volunteer.readOwn': may(VOLUNTEERS, { OWN: 'G2' }),
  'child.read': may(CASE_TEAM, { SAME_OFFICE: 'G5' }),
  // How a child came, and what programmes ask for.
  'child.record': may(CASE_TEAM, { SAME_OFFICE: 'G5' }),
  'household.read': may(CASE_TEAM, { SAME_OFFICE: 'G5' }),
  'household.record': may(CASE_TEAM, { SAME_OFFICE: 'G5' }),
  // To another office, many at once; who moved them can take it back.
  'child.arrange': may(CASE_TEAM, { SAME_OFFICE: 'G5' }),
  'volunteer.arrange': may(CASE_TEAM, { SAME_OFFICE: 'G2' }),
  'household.arrange': may(CASE_TEAM, { SAME_OFFICE: 'G5' }),
  // Saved views, offices and supervisors to choose among; the rows of a list come by the permission of what it lists.
  'list.use': may(CASE_TEAM, { OWN: 'G1', SAME_AGENCY: 'G2' }),
  // A list as a file leaves the platform: only rows and fields that the same person reads on the page.
  'list.export': may(CASE_TEAM, { SAME_OFFICE: 'G5' }),
  // H8: everybody else reads that a check is not available, never that there was a hit.
  'screening.readHit': may(['DIRECTOR'], { SAME_OFFICE: 'G6' }),
  // The checker: writes the answer down, and knows it; others but directors read that there is none.
  'screening.record': may(LEADS, { SAME_OFFICE: 'G2' }),
  'roster.stage': may(CASE_TEAM, { SAME_OFFICE: 'G5' }),
  'roster.import': may(CASE_TEAM, { SAME_OFFICE: 'G5' }),
  // The second person: whoever may confirm, but never the one who imported the batch.
  'roster.confirm': may(LEADS, { SAME_OFFICE: 'G5' }),
  // A whole import back out, as long as nothing stands on anybody of it.
  'roster.undo': may(LEADS, { SAME_OFFICE: 'G5' }),
  'match.read': may(CASE_TEAM, { SAME_OFFICE: 'G5' }),
  'match.run': may(WORKERS, { SAME_OFFICE: 'G5' }),
  'match.decide': may(WORKERS, { SAME_OFFICE: 'G5' }),
  // The agency's own table of weights: for everybody's runs, so not of one office.
  'match.weigh': may(LEADS, { SAME_AGENCY: 'G1' }),
  'companionship.read': may(CASE_TEAM, { SAME_OFFICE: 'G5' }),
  'companionship.prepare': may(WORKERS, { SAME_OFFICE: 'G5' }),
  'companionship.activate': may(WORKERS, { SAME_OFFICE: 'G5' }),
  // To another worker, many at once: who stands beside whom is a lead's to share out.
  'companionship.handOver': may(LEADS, { SAME_OFFICE: 'G5' }),
  'companionship.end': may(CASE_TEAM, { SAME_OFFICE: 'G5' }),
  // A companion knows the child by a pseudonym (H11), and nothing of the child any more once it has ended.
  'companionship.answerOwn': may(['VOLUNTEER'], { ASSIGNED: 'G3', FORMERLY_ASSIGNED: 'G2' }),
  'companionship.readOwn': may(VOLUNTEERS, { ASSIGNED: 'G3', FORMERLY_ASSIGNED: 'G2' }),
  // Either side may say that it stops for now; only a worker takes it up again (H26).
  'companionship.pause': { ...may(WORKERS, { SAME_OFFICE: 'G5' }), ...may(['VOLUNTEER'], { ASSIGNED: 'G3' }) },
  'companionship.recordContact': { ...may(WORKERS, { SAME_OFFICE: 'G5' }), ...may(['VOLUNTEER'], { ASSIGNED: 'G3' }) },
  // Whoever raised one hears that it arrived, and whom to call; what others said is not for them (H9).
  'concern.raise': {
    // Everybody with an account, from every page.
    ...may(SIGNED_IN, { OWN: 'G2' }),
    ...may(CASE_TEAM, { SAME_OFFICE: 'G2' }),
    ...may(VOLUNTEERS, { ASSIGNED: 'G2', FORMERLY_ASSIGNED: 'G2' }),
  },
  // Workers: of children beside whom they stand, and what they raised themselves.
  'concern.read': may(CASE_TEAM, { SAME_OFFICE: 'G6' }),
  // What is done about one: the same people, and each step is theirs by name.
  'concern.rota': may(CASE_TEAM, { SAME_AGENCY: 'G2' }),
  'concern.changeRota': may(['DIRECTOR'], { SAME_AGENCY: 'G2' }),
  // What happened or was practised, without a child's name.
  'incident.read': may(CASE_TEAM, { SAME_AGENCY: 'G2' }),
  'incident.record': may(CASE_TEAM, { SAME_AGENCY: 'G2' }),
  'concern.handle': may(CASE_TEAM, { SAME_OFFICE: 'G6' }),
  'consent.read': may(CASE_TEAM, { SAME_OFFICE: 'G5' }),
  'consent.record': may(WORKERS, { SAME_OFFICE: 'G5' }),
  'consent.link': may(WORKERS, { SAME_OFFICE: 'G5' }),
  // Whoever sees it closes a guardian's say at once; opening it again is a second person's (T13).
  'consent.bar': may(CASE_TEAM, { SAME_OFFICE: 'G5' }),
  'consent.liftBar': may(LEADS, { SAME_OFFICE: 'G5' }),
  'consent.giveOwn': may(['GUARDIAN'], { OWN: 'G4' }),
  'consent.withdrawOwn': may(['GUARDIAN'], { OWN: 'G4' }),
  // By name, among the children and volunteers whom the same people may read: nobody else searches for a person.
  'person.search': may(CASE_TEAM, { SAME_OFFICE: 'G4' }),
  // What cannot be undone is one person's to decide.
  'person.erase': may(['DIRECTOR'], { SAME_AGENCY: 'G2' }),
  // Whoever is on duty can stop somebody at once (H8); letting them work again needs a second person.
  'person.stop': may(LEADS, { SAME_AGENCY: 'G2' }),
  // A closed part of a child's file: who may ask, who decides for another, and who is told who has read (H12).
  'file.request': may(CASE_TEAM, { SAME_OFFICE: 'G5' }),
  'file.decide': may(LEADS, { SAME_OFFICE: 'G5' }),
  'file.readers': { ...may(CASE_TEAM, { SAME_OFFICE: 'G5' }), ...may(['AUDITOR'], { SAME_AGENCY: 'G2' }) },
  // Whoever lost phone and codes is met in person, by somebody who answers for the agency.
  'factor.reset': may(['DIRECTOR'], { SAME_AGENCY: 'G1' }),
  'programme.read': may(CASE_TEAM, { SAME_AGENCY: 'G1' }),
  'programme.change': may(LEADS, { SAME_AGENCY: 'G1' }),
  // Days with children, families or guests; whoever planned one does not read its risks for the second time (P42).
  'activity.read': may(CASE_TEAM, { SAME_AGENCY: 'G2' }),
  'activity.plan': may(CASE_TEAM, { SAME_AGENCY: 'G2' }),
  'activity.review': may(LEADS, { SAME_AGENCY: 'G2' }),
  // The day: the door, the list, the look back.
  'activity.runDay': may(CASE_TEAM, { SAME_AGENCY: 'G2' }),
  'activity.checkInOwn': may(VOLUNTEERS, { OWN: 'G2' }),
  // Which activities are open to the own child, and whether it comes: by the guardian's personal link.
  'activity.forOwnChild': may(['GUARDIAN'], { OWN: 'G4' }),
  // Who of the children comes, how they are, who fetches them.
  'activity.withChildren': may(CASE_TEAM, { SAME_OFFICE: 'G5' }),
  // Companies and other teams that come for a day; a coordinator reads and books for the own team alone.
  'team.read': may(CASE_TEAM, { SAME_AGENCY: 'G2' }),
  'team.change': may(LEADS, { SAME_AGENCY: 'G2' }),
  'team.offer': may(CASE_TEAM, { SAME_AGENCY: 'G2' }),
  'team.decide': may(CASE_TEAM, { SAME_AGENCY: 'G2' }),
  'team.book': may(['CSR_COORDINATOR'], { OWN: 'G2' }),
  // What a team is told after its day; its coordinators read it once it was sent, with names of their own people.
  'pack.read': may(CASE_TEAM, { SAME_AGENCY: 'G2' }),
  'pack.send': may(CASE_TEAM, { SAME_AGENCY: 'G2' }),
  'pack.readAsTeam': may(['CSR_COORDINATOR'], { ASSIGNED: 'G3' }),
  // The company's year: whoever plans days sees what all wish; a company reads and says its own only (P18).
  'companyYear.read': may(CASE_TEAM, { SAME_AGENCY: 'G2' }),
  'companyYear.plan': may(CASE_TEAM, { SAME_AGENCY: 'G2' }),
  'companyYear.wish': may(['CSR_COORDINATOR'], { OWN: 'G2' }),
  'pack.readOwn': may(VOLUNTEERS, { OWN: 'G2' }),
  // Who helps at which activity: of all offices, since a day needs whoever can come; each answers for themselves.
  'staffing.read': may(CASE_TEAM, { SAME_AGENCY: 'G2' }),
  'staffing.plan': may(CASE_TEAM, { SAME_AGENCY: 'G2' }),
  'staffing.readOwn': may(VOLUNTEERS, { OWN: 'G2' }),
  'staffing.answerOwn': may(VOLUNTEERS, { OWN: 'G2' }),
  // Only for children of theirs: a place is given to a child, not asked for by one (P01).
  'programme.enrol': may(WORKERS, { SAME_OFFICE: 'G5' }),
  // Cards on how a child grows: nobody releases what they wrote themselves (SM6b).
  'progress.read': may(CASE_TEAM, { SAME_OFFICE: 'G5' }),
  'progress.write': may(WORKERS, { SAME_OFFICE: 'G5' }),
  'progress.decide': may(CASE_TEAM, { SAME_OFFICE: 'G5' }),
  // Letters, reports and pictures are looked at before they leave; who looked is known, what they say is not kept.
  'release.check': may(CASE_TEAM, { SAME_AGENCY: 'G2' }),
  // A worker matches a child with a donor; a donor never chooses one (H23).
  'sponsorship.read': may(CASE_TEAM, { SAME_OFFICE: 'G2' }),
  'sponsorship.match': may(WORKERS, { SAME_OFFICE: 'G2' }),
  // A child behind an initial, and what the family agreed to at this moment.
  'sponsorship.readOwn': may(['DONOR'], { ASSIGNED: 'G3' }),
  // What a family agreed to, opened for one named reader until a day; by a worker, since nobody asks for a child.
  'share.read': may(CASE_TEAM, { SAME_OFFICE: 'G2' }),
  'share.open': may(WORKERS, { SAME_OFFICE: 'G2' }),
  // Each reads of a child behind an initial what its own audience was opened, and nothing of anybody else's.
  'share.readAsCompany': may(['CSR_COORDINATOR'], { ASSIGNED: 'G3' }),
  'share.readAsPartner': may(['REFERRER'], { ASSIGNED: 'G3' }),
  'share.readAsExpert': may(['EXPERT'], { ASSIGNED: 'G3' }),
  // Who comes with a team: its coordinators read names of their own people and never why somebody may not come.
  'teamRoster.read': { ...may(CASE_TEAM, { SAME_AGENCY: 'G2' }), ...may(['CSR_COORDINATOR'], { ASSIGNED: 'G2' }) },
  'teamRoster.insure': may(LEADS, { SAME_AGENCY: 'G3' }),
  'teamRoster.keep': { ...may(CASE_TEAM, { SAME_AGENCY: 'G2' }), ...may(['CSR_COORDINATOR'], { ASSIGNED: 'G2' }) },
  'teamDay.readOwn': may(VOLUNTEERS, { OWN: 'G2' }),
  'teamDay.changeOwn': may(VOLUNTEERS, { OWN: 'G2' }),
  // 助人自助: begun by a worker of the child, read by the case team alone; the helper reads and ends the own way.
  'helping.read': may(CASE_TEAM, { SAME_OFFICE: 'G5' }),
  'helping.begin': may(WORKERS, { SAME_OFFICE: 'G5' }),
  'helping.count': may(LEADS, { SAME_AGENCY: 'G1' }),
  'helping.readOwn': may(VOLUNTEERS, { OWN: 'G2' }),
  'helping.changeOwn': may(VOLUNTEERS, { OWN: 'G2' }),
  'helping.answerOwn': may(['GUARDIAN'], { OWN: 'G4' }),
  // Whose papers end soon, before anybody falls off.
  'reminder.read': may(CASE_TEAM, { SAME_OFFICE: 'G2' }),
  'staff.read': may(LEADS, { SAME_AGENCY: 'G2' }),
  'staff.change': may(['DIRECTOR'], { SAME_AGENCY: 'G2' }),
  // Who is seen by whom, how often, and who carries how much: days and counts, nothing of what was said.
  'supervision.read': may(LEADS, { SAME_AGENCY: 'G2' }),
  // To another supervisor, and somebody in the place of one who is away.
  'supervision.arrange': may(LEADS, { SAME_AGENCY: 'G2' }),
  // What was said, by whoever led the talk, with their own volunteers or those of whom they stand in for.
  'supervision.hold': may(['SUPERVISOR'], { ASSIGNED: 'G3', FORMERLY_ASSIGNED: 'G2' }),
  'supervision.readOwn': may(['VOLUNTEER'], { OWN: 'G2' }),
  'supervision.signOwn': may(['VOLUNTEER'], { OWN: 'G2' }),
  // Certificates of colleagues, on the evidence itself; never one's own (H2).
  'staff.keepCredentials': may(LEADS, { SAME_AGENCY: 'G2' }),
  // Social workers invite volunteers only: whom each role may invite stands in inviting.ts.
  'person.invite': may(CASE_TEAM, { SAME_OFFICE: 'G2' }),
  'setting.read': may(CASE_TEAM, { SAME_AGENCY: 'G1' }),
  'setting.change': may(['DIRECTOR'], { SAME_AGENCY: 'G1' }),
  // Numbers of families, and the households behind each.
  'figure.read': may(['DIRECTOR'], { SAME_OFFICE: 'G5' }),
  // Everybody about themselves; a guardian, by their link, about the child (未成年人网络保护条例 34).
  'rights.ask': { ...may(SIGNED_IN, { OWN: 'G2' }), ...may(['GUARDIAN'], { OWN: 'G4' }) },
  'rights.read': may(CASE_TEAM, { SAME_OFFICE: 'G5' }),
  'rights.give': may(CASE_TEAM, { SAME_OFFICE: 'G5' }),
  // A refusal is no single worker's.
  'rights.refuse': may(LEADS, { SAME_OFFICE: 'G5' }),
  // Leaked, changed or lost data: whoever answers for the agency, and whoever audits it.
  'breach.read': may(['DIRECTOR', 'AUDITOR'], { SAME_AGENCY: 'G2' }),
  'breach.manage': may(['DIRECTOR'], { SAME_AGENCY: 'G2' }),
  // The yearly evidence that children's data is handled by the law: numbers, nobody behind them.
  'evidence.read': may(['DIRECTOR', 'AUDITOR'], { SAME_AGENCY: 'G2' }),
  'evidence.make': may(['DIRECTOR'], { SAME_AGENCY: 'G2' }),
  'audit.read': may(['DIRECTOR', 'AUDITOR'], { SAME_AGENCY: 'G2' }),
  'job.read': may(['PLATFORM_OPERATOR', 'DIRECTOR'], { SAME_AGENCY: 'G1' }),
} as const satisfies Readonly<Record<`${Resource}.${string}`, Row>>;

/** Permissions are `resource.verb`; each root field of the schema names exactly one, or is public. */
export type Permission = keyof typeof ROWS;
export const PERMISSIONS = Object.keys(ROWS) as readonly Permission[];

const GRANTS: Readonly<Record<Permission, Row>> = ROWS;

/** Who holds which permission. */
export const MATRIX = Object.fromEntries(
  PERMISSIONS.map((permission) => [permission, ROLES.filter((role) => GRANTS[permission][role])]),
) as unknown as Readonly<Record<Permission, readonly Role[]>>;

/** What a role reaches by a permission; undefined where the role does not hold it. */
export const reachOf = (role: Role, permission: Permission): Reach | undefined => GRANTS[permission][role];

export const resourceOf = (permission: Permission): Resource =>
  permission.slice(0, permission.indexOf('.')) as Resource;

/** All that a person with these roles may do; the empty set for no role. */
export function permissionsOf(roles: readonly Role[]): ReadonlySet<Permission> {
  return new Set(PERMISSIONS.filter((permission) => roles.some((role) => GRANTS[permission][role])));
}

/** In one relation, or in whichever gives most: the highest grade that a role may read of a resource. */
export function clearanceOf(role: Role, resource: Resource, relation?: Relation): Grade {
  const relations = relation ? [relation] : RELATIONS;
  const reaches = PERMISSIONS.filter((permission) => resourceOf(permission) === resource).flatMap(
    (permission) => GRANTS[permission][role] ?? [],
  );
  return highestOf(reaches.flatMap((reach) => relations.flatMap((one) => reach[one] ?? [])));
}

/** In each relation the highest grade that a role reads of anything: what it may know of people who stand so to it. */
export function clearanceBy(role: Role, relation: Relation): Grade {
  return highestOf(RESOURCES.map((resource) => clearanceOf(role, resource, relation)));
}

/** The lowest grade that tells of a child. */
export const CHILD_GRADES: readonly Grade[] = GRADES.slice(GRADES.indexOf('G3'));
