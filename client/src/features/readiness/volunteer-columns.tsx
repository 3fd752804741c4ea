import { Trans, useLingui } from '@lingui/react/macro';
import type { VolunteersQuery } from '../../gql/graphql.js';
import { useFormat } from '../../ui/format/use-format.js';
import { MatchedName } from '../../ui/name/MatchedName.js';
import type { Column } from '../../ui/table/DataTable.js';
import { AccountBadge } from '../invitations/index.js';
import { openFindings } from './eligibility-view.js';
import { FindingList } from './FindingList.js';
import { StandingBadge } from './StandingBadge.js';
import { useCodeWords } from './use-code-words.js';

export type VolunteerRow = VolunteersQuery['volunteers']['edges'][number]['node'];

/** The columns of the list of volunteers, in their order; some stand only once they are chosen. */
export function useVolunteerColumns(): readonly Column<VolunteerRow>[] {
  const { t } = useLingui();
  const words = useCodeWords();
  const format = useFormat();
  const listed = (codes: readonly string[] | undefined, word: (code: string) => string) =>
    codes && codes.length > 0 ? format.list(codes.map(word)) : <Trans>没有记下</Trans>;
  return [
    { key: 'name', header: t`姓名`, cell: (row) => <MatchedName name={row.name} match={row.nameMatch} /> },
    { key: 'standing', header: t`那天的情况`, cell: (row) => <StandingBadge eligibility={row.eligibility} /> },
    { key: 'open', header: t`还差什么、怎么办`, cell: (row) => <Open row={row} /> },
    { key: 'account', header: t`账号`, cell: (row) => <AccountBadge state={row.account.state} /> },
    { key: 'languages', header: t`会说的话`, off: true, cell: (row) => listed(row.languages, words.language) },
    { key: 'skills', header: t`能带来什么`, off: true, cell: (row) => listed(row.skills, words.skill) },
    { key: 'office', header: t`服务点`, off: true, cell: ({ office }) => office ?? <Trans>全机构</Trans> },
    { key: 'area', header: t`住的地方`, off: true, cell: ({ area }) => area ?? <Trans>没有记下</Trans> },
    { key: 'supervisor', header: t`督导者`, off: true, cell: (row) => row.supervisorName ?? <Trans>还没有定</Trans> },
    { key: 'places', header: t`愿意陪伴几个孩子`, off: true, numeric: true, cell: ({ places }) => places ?? '' },
  ];
}

function Open({ row }: { readonly row: VolunteerRow }) {
  const open = openFindings(row.eligibility.findings);
  return open.length === 0 ? <Trans>都齐了</Trans> : <FindingList findings={open} />;
}
