import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import type { RenewalsQuery } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { OpenWindow } from '../../ui/drawings/OpenWindow.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Page } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { DataTable } from '../../ui/table/DataTable.js';
import { REMINDER_KIND_WORDS, toneOf } from './reminder-words.js';
import { RENEWALS } from './reminders.operations.js';

type Renewal = RenewalsQuery['renewals']['renewals'][number];

/** Whose training, agreement or record check ends soon, the most pressing first, and whether they were told. */
export default function RenewalsPage() {
  const { t } = useLingui();
  const [{ data, error }, load] = useQuery({ query: RENEWALS, requestPolicy: 'cache-and-network' });
  return (
    <Page
      title={t`快到期的手续`}
      width="wide"
      lead={
        <Trans>
          平台在到期前几次告诉志愿者本人，当天和第二天也说一次，这里看得到谁、哪一天、说过没有。帮忙约好复训、续签或查询，谁的服务就不会断。
        </Trans>
      }
    >
      {error && !data ? (
        <ErrorState error={error} retry={() => load({ requestPolicy: 'network-only' })} />
      ) : !data ? (
        <LoadingState lines={6} />
      ) : data.renewals.total === 0 ? (
        <EmptyState drawing={<OpenWindow />} title={<Trans>最近没有快到期的手续</Trans>}>
          <p>
            <Plural value={data.renewals.firstDays} other="到期前 # 天开始，会列在这里。" />
          </p>
        </EmptyState>
      ) : (
        <RenewalTable renewals={data.renewals.renewals} total={data.renewals.total} />
      )}
      <WhoSees permission="reminder.read" />
    </Page>
  );
}

function RenewalTable({ renewals, total }: { readonly renewals: readonly Renewal[]; readonly total: number }) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const shown = renewals.length;
  return (
    <DataTable
      caption={t`快到期和刚到期的手续，最急的在前`}
      summary={
        shown < total ? (
          <Trans>
            显示最急的 {shown} 项，共 {total} 项。
          </Trans>
        ) : (
          <Plural value={total} other="共 # 项，最急的在前。" />
        )
      }
      rows={renewals}
      rowKey={({ volunteer, kind }) => `${volunteer.id} ${kind}`}
      href={({ volunteer }) => `/agency/volunteers/${encodeURIComponent(volunteer.id)}`}
      columns={[
        { key: 'who', header: t`志愿者`, cell: ({ volunteer }) => volunteer.name },
        { key: 'what', header: t`什么手续`, cell: ({ kind }) => i18n._(REMINDER_KIND_WORDS[kind]) },
        { key: 'when', header: t`哪一天到期`, cell: ({ lastDay }) => format.day(lastDay) },
        { key: 'left', header: t`还有多久`, cell: ({ daysLeft }) => <Left daysLeft={daysLeft} /> },
        {
          key: 'told',
          header: t`告诉本人`,
          cell: ({ toldOn }) => (toldOn ? <Trans>{format.day(toldOn)}说过</Trans> : <Trans>还没说过</Trans>),
        },
      ]}
    />
  );
}

function Left({ daysLeft }: { readonly daysLeft: number }) {
  const gone = -daysLeft;
  return (
    <StateBadge tone={toneOf(daysLeft)}>
      {daysLeft < 0 ? (
        <Plural value={gone} other="过了 # 天" />
      ) : daysLeft === 0 ? (
        <Trans>就是今天</Trans>
      ) : (
        <Plural value={daysLeft} other="还有 # 天" />
      )}
    </StateBadge>
  );
}
