import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { OpenWindow } from '../../ui/drawings/OpenWindow.js';
import { Page } from '../../ui/page/Page.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { AgencyContact } from './AgencyContact.js';
import { CompanionshipCard } from './CompanionshipCard.js';
import { MY_COMPANIONSHIPS } from './my-service.operations.js';

export default function MyCompanionshipsPage() {
  const { t } = useLingui();
  const [{ data, error }, load] = useQuery({ query: MY_COMPANIONSHIPS });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  return (
    <Page title={t`我的陪伴`} width="narrow" lead={<Trans>为了保护孩子，这里只用化名，也请您在外面不提起。</Trans>}>
      {error && !data ? (
        <ErrorState error={error} retry={reload} />
      ) : !data ? (
        <LoadingState />
      ) : data.myCompanionships.length === 0 ? (
        <EmptyState drawing={<OpenWindow />} title={<Trans>还没有安排陪伴</Trans>}>
          <p>
            <Trans>手续齐了以后，社会工作者会按时间、语言和路程为您找合适的孩子。找到后先问您愿不愿意。</Trans>
          </p>
        </EmptyState>
      ) : (
        data.myCompanionships.map((mine) => <CompanionshipCard key={mine.id} mine={mine} reload={reload} />)
      )}
      <AgencyContact />
    </Page>
  );
}
