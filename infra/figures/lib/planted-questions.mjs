// @ts-check
// What the figures ask an agency full of markers, in one place so that a test can hold each question against the schema.

/**
 * One page of a list of the root, under the name `list`.
 * @param {string} list @param {string} fields
 */
const pageOf = (list, fields) =>
  `query ($after: String) { list: ${list}(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { ${fields} } } } }`;

const FILE = 'file { ... on OpenFile { school guardianName } }';
const PROPOSAL = `declineReason volunteer { name phone } child { name ${FILE} }`;

/** Read to the last page. */
export const LISTS = {
  volunteers: pageOf('volunteers', 'id personId name phone supervisorName companionships { id }'),
  children: pageOf('children', `id personId name pseudonym companionship { id } ${FILE}`),
  companionships: pageOf('companionships', `id endReason volunteer { name phone } child { name ${FILE} }`),
  matchRuns: pageOf('matchRuns', 'id'),
};

export const PROPOSALS = `query ($id: ID!) { matchRun(id: $id) { proposals(first: 200) { edges { node { ${PROPOSAL} } } } } }`;
export const BATCHES = '{ importBatches { id } }';
export const ROWS =
  'query ($id: ID!) { importBatch(id: $id) { rows(first: 200) { edges { node { cells { raw } } } } } }';
export const MINE =
  '{ myCompanionships { id state meetingPlace workerName commonTimes { weekday } child { pseudonym stage languages interests } } notices { title body } }';
export const EVENTS = '{ auditTrail(first: 200) { edges { node { action actorName subjectType subjectId facts } } } }';
