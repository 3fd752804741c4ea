// The matrix in plain words: the company's year.
import type { PlainWords } from './words.js';

const say = (zh: string, en: string): PlainWords => ({ zh, en });

export const COMPANY_YEAR_WORDS = {
  'companyYear.read': say('看企业年度的目录、意愿和安排', 'see the catalogue, wishes and days of the company year'),
  'companyYear.plan': say(
    '编年度目录，安排企业的日子并告诉它们',
    'keep the catalogue of a year, give companies their days and tell them',
  ),
  'companyYear.wish': say(
    '为自己的团队选下一年的活动，答复安排',
    'rank activities of next year for the own team and answer for its days',
  ),
};
