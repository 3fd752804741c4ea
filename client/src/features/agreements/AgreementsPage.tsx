import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { readFragment } from '../../gql/index.js';
import type { AgreementState } from '../../gql/graphql.js';
import { LinkButton } from '../../ui/button/Button.js';
import { HandsWithBook } from '../../ui/drawings/HandsWithBook.js';
import { FilterChips } from '../../ui/list/FilterChips.js';
import { useUrlFilters } from '../../ui/list/use-url-filters.js';
import { Card, Page } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { AgreementLines } from './AgreementLines.js';
import { AGREEMENT_LINE, AGREEMENTS } from './agreements.operations.js';
import { usePageLanguage } from './use-page-language.js';

const KEYS = ['show'] as const;
const STATES = {
  '': 'TO_COUNTERSIGN',
  waiting: 'TO_SIGN',
  force: 'IN_FORCE',
  ended: 'ENDED',
} as const satisfies Record<string, AgreementState>;

/** Every agreement of the office; what waits for the agency's own hand comes first. */
export default function AgreementsPage() {
  const { t } = useLingui();
  const language = usePageLanguage();
  const { values, set } = useUrlFilters(KEYS);
  const show = values.show in STATES ? (values.show as keyof typeof STATES) : '';
  const [{ data, error }, load] = useQuery({
    query: AGREEMENTS,
    variables: { state: STATES[show], language },
    requestPolicy: 'cache-and-network',
  });
  const lines = data?.agreements.map((one) => readFragment(AGREEMENT_LINE, one));
  const chips = [
    { value: '', label: t`等机构签` },
    { value: 'waiting', label: t`等对方签` },
    { value: 'force', label: t`生效中` },
    { value: 'ended', label: t`已经结束` },
  ];
  return (
    <Page
      title={t`协议`}
      lead={<Trans>和志愿者、和家庭签的协议。对方签好以后，机构再签，当天生效。</Trans>}
      actions={
        <LinkButton variant="default" to="/agency/agreements/texts">
          <Trans>协议的文本</Trans>
        </LinkButton>
      }
    >
      <FilterChips label={t`哪些协议`} chips={chips} value={show} choose={(value) => set('show', value)} />
      {error && !data ? (
        <ErrorState error={error} retry={() => load({ requestPolicy: 'network-only' })} />
      ) : !lines ? (
        <LoadingState lines={6} />
      ) : lines.length === 0 ? (
        <EmptyState drawing={<HandsWithBook />} title={<Trans>这里现在没有协议</Trans>}>
          <p>
            <Trans>从志愿者或孩子的页面，可以请对方签一份协议。</Trans>
          </p>
        </EmptyState>
      ) : (
        <Card>
          <AgreementLines agreements={lines} />
        </Card>
      )}
      <WhoSees permission="agreement.read" />
    </Page>
  );
}
