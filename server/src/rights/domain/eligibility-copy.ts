// What is kept of whether somebody may serve, beside the facts themselves.
import type { GivenColumn, PlannedTable } from './copy-plan.js';

const col = (zh: string, en: string): GivenColumn => ({ label: { zh, en }, speak: 'plain' });

export const ELIGIBILITY_COPY: readonly PlannedTable[] = [
  {
    table: 'eligibility_exemption',
    title: { zh: '可以暂缓的条件', en: 'Requirements that were put off' },
    of: 't.personId = ?',
    given: { startsOn: col('从', 'From'), until: col('到', 'Until') },
  },
  {
    table: 'beside_adult',
    title: { zh: '在成年人身边服务', en: 'Serving beside an adult' },
    of: '? IN (t.personId, t.adultId)',
    given: { startsOn: col('从', 'From'), endedOn: col('到', 'Until') },
  },
];
