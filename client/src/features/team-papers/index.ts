// A team's donation agreements and receipts; whoever shows them names `features/team-papers` among its catalogues.
export { DeskPapers } from './DeskPapers.js';
export { TeamPaperList } from './TeamPaperList.js';
