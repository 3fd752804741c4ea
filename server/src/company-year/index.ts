import {
  CompanyYear,
  CompanyYearEntry,
  CompanyYearMessage,
  CompanyYearPlace,
  CompanyYearRenewal,
  CompanyYearRun,
  CompanyYearRunPart,
  CompanyYearWish,
} from './company-year.entities.js';

export { CompanyYearModule } from './company-year.module.js';
export { CompanyYears } from './company-years.js';
export { OwnYears } from './own-years.js';
export { YearBoards } from './year-boards.js';
export { YearLines } from './year-lines.js';
export { YearMessages } from './year-messages.js';
export { YearPlans } from './year-plans.js';
export { YearTelling } from './year-telling.js';

/** Tables of this module. */
export const COMPANY_YEAR_ENTITIES = [
  ...[CompanyYear, CompanyYearEntry, CompanyYearWish, CompanyYearRun, CompanyYearRunPart],
  ...[CompanyYearPlace, CompanyYearRenewal, CompanyYearMessage],
];
