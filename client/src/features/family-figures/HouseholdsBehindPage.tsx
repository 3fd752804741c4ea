import { Trans, useLingui } from '@lingui/react/macro';
import { FAMILY_FORMS, wordsOf } from '@tongxing/shared/rules';
import { Link, useSearchParams } from 'react-router';
import type { FigureCode, HouseholdsBehindQuery } from '../../gql/graphql.js';
import { usePages } from '../../ui/list/use-pages.js';
import { Page } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { NotFoundState } from '../../ui/states/NotFoundState.js';
import { DataTable } from '../../ui/table/DataTable.js';
import { HOUSEHOLDS_BEHIND } from './family-figures.operations.js';
import { askedFor, dayIn, isFigure } from './figure-view.js';
import { usePartWords } from './use-part-words.js';

type Row = NonNullable<HouseholdsBehindQuery['householdsBehind']>['edges'][number]['node'];
const NOBODY = { edges: [], pageInfo: { hasNextPage: false, endCursor: null }, totalCount: 0 };

/** Which households one number counts. */
export default function HouseholdsBehindPage() {
  const [search] = useSearchParams();
  const { figure, part } = askedFor(search);
  return isFigure(figure) ? <Behind figure={figure} part={part} /> : <NotFoundState home="/agency/figures" />;
}

function Behind({ figure, part }: { readonly figure: FigureCode; readonly part: string }) {
  const { t } = useLingui();
  const [search] = useSearchParams();
  const on = dayIn(search.get('on') ?? '');
  const words = usePartWords();
  const name = words(figure, part);
  const pages = usePages(
    HOUSEHOLDS_BEHIND,
    { figure, part, on: on === '' ? null : on, first: 50 },
    (data) => data.householdsBehind ?? NOBODY,
  );
  if (pages.first?.householdsBehind === null) return <NotFoundState home="/agency/figures" />;
  return (
    <Page
      title={t`数字背后的家庭：${name}`}
      lead={
        <Link to={on === '' ? '/agency/figures' : `/agency/figures?on=${on}`}>
          <Trans>回到家庭统计</Trans>
        </Link>
      }
      width="wide"
    >
      <Rows pages={pages} />
      <WhoSees permission="figure.read" />
    </Page>
  );
}

function Rows({
  pages,
}: {
  readonly pages: ReturnType<typeof usePages<HouseholdsBehindQuery, { after?: string | null }, Row>>;
}) {
  const { t, i18n } = useLingui();
  const { first, rows, totalCount, error, more, reload } = pages;
  if (error && !first) return <ErrorState error={error} retry={reload} />;
  if (!first) return <LoadingState lines={8} />;
  if (totalCount === 0) return <EmptyState title={<Trans>现在没有这样的家庭</Trans>} />;
  const shown = rows.length;
  const form = (code: string | null | undefined) =>
    (code ? wordsOf(FAMILY_FORMS, code)?.[i18n.locale === 'en' ? 'en' : 'zh'] : undefined) ?? '—';
  const numbered = (number: number) => {
    const code = String(number).padStart(4, '0');
    return t`家庭 ${code}`;
  };
  return (
    <DataTable
      caption={t`数字背后的家庭，按编号排列`}
      summary={
        <Trans>
          共 {totalCount} 户；这里显示 {shown} 户。
        </Trans>
      }
      rows={rows}
      rowKey={({ id }) => id}
      href={({ id }) => `/agency/households/${id}`}
      columns={[
        { key: 'number', header: t`家庭`, cell: ({ number }) => numbered(number) },
        { key: 'form', header: t`谁住在一起`, cell: ({ familyForm }) => form(familyForm) },
        { key: 'size', header: t`人数`, cell: ({ size }) => size ?? '—', numeric: true },
      ]}
      more={more}
    />
  );
}
