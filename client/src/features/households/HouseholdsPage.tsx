import { Trans, useLingui } from '@lingui/react/macro';
import { FAMILY_FORMS } from '@tongxing/shared/rules';
import { useMay } from '../../app/session/session-context.js';
import type { FamilyForm, HouseholdsQuery } from '../../gql/graphql.js';
import { Button, LinkButton } from '../../ui/button/Button.js';
import { OpenWindow } from '../../ui/drawings/OpenWindow.js';
import { ListToolbar } from '../../ui/list/ListToolbar.js';
import { usePages, type Pages } from '../../ui/list/use-pages.js';
import { useUrlFilters } from '../../ui/list/use-url-filters.js';
import { Page } from '../../ui/page/Page.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { DataTable } from '../../ui/table/DataTable.js';
import { HouseholdActions, ListTools, useListFrame, type ListFrame } from '../lists/index.js';
import { householdNumber } from './family-view.js';
import { useHouseholdColumns, type HouseholdRow } from './household-columns.js';
import { HOUSEHOLDS } from './households.operations.js';
import { useFamilyWords } from './use-family-words.js';

const FILTERS = ['q', 'form'] as const;

/** The families of the agency's children, each with who looks after whom. */
export default function HouseholdsPage() {
  const { t } = useLingui();
  const may = useMay();
  const words = useFamilyWords();
  const filters = useUrlFilters(FILTERS);
  const { q, form } = filters.values;
  const familyForm = FAMILY_FORMS.find(({ code }) => code === form)?.code ?? null;
  const filter = { search: q === '' ? null : q, familyForm: familyForm satisfies FamilyForm | null };
  const frame = useListFrame('HOUSEHOLDS', useHouseholdColumns(), filters.values);
  const pages = usePages(HOUSEHOLDS, { first: 50, filter }, (data) => data.households);
  const isEmpty = pages.first?.everyone.totalCount === 0;
  return (
    <Page
      title={t({ message: '家庭', context: 'several' })}
      lead={<Trans>孩子和谁一起生活，平时由谁照护，一家人希望什么。</Trans>}
      width="wide"
      actions={
        may('household.record') ? (
          <LinkButton to="/agency/households/new">
            <Trans>记下一个家庭</Trans>
          </LinkButton>
        ) : null
      }
    >
      {isEmpty ? null : (
        <ListToolbar
          filters={filters}
          search={{ key: 'q', label: t`按孩子的姓名或家庭编号找`, hint: t`汉字、拼音、首字母或编号` }}
          choices={[{ key: 'form', label: t`家庭形式`, all: t`全部`, options: words.forms }]}
          aside={<ListTools frame={frame} total={pages.totalCount} picks={may('household.arrange')} />}
        />
      )}
      <Rows pages={pages} frame={frame} clear={filters.clear} />
    </Page>
  );
}

interface RowsProps {
  readonly pages: Pages<HouseholdsQuery, HouseholdRow>;
  readonly frame: ListFrame<HouseholdRow>;
  readonly clear: () => void;
}

function Rows({ pages, frame, clear }: RowsProps) {
  const { t } = useLingui();
  const may = useMay();
  const { first, rows, totalCount, error, more, reload } = pages;
  if (error && !first) return <ErrorState error={error} retry={reload} />;
  if (!first) return <LoadingState lines={6} />;
  const everyone = first.everyone.totalCount;
  if (everyone === 0) {
    return (
      <EmptyState drawing={<OpenWindow />} title={<Trans>还没有记下家庭</Trans>}>
        <p>
          <Trans>从一个孩子开始：兄弟姐妹住在一起，照护他们的人只写一次。</Trans>
        </p>
      </EmptyState>
    );
  }
  if (totalCount === 0) {
    return (
      <EmptyState
        title={<Trans>没有符合条件的家庭</Trans>}
        action={
          <Button variant="default" onClick={clear}>
            <Trans>看全部家庭</Trans>
          </Button>
        }
      >
        <p>
          <Trans>全机构共 {everyone} 个家庭，换个条件看看。</Trans>
        </p>
      </EmptyState>
    );
  }
  const shown = rows.length;
  const picks = may('household.arrange');
  return (
    <>
      <DataTable
        caption={t`家庭、孩子和照护他们的人`}
        summary={
          <Trans>
            符合条件的 {totalCount} 个，全机构共 {everyone} 个；这里显示 {shown} 个。
          </Trans>
        }
        rows={rows}
        rowKey={(row) => row.id}
        href={(row) => `/agency/households/${encodeURIComponent(row.id)}`}
        columns={frame.columns.shown}
        more={more}
        picking={
          picks ? { selection: frame.selection, nameOf: ({ number }) => t`家庭 ${householdNumber(number)}` } : undefined
        }
      />
      {picks ? <HouseholdActions frame={frame} total={totalCount} reload={reload} /> : null}
    </>
  );
}
