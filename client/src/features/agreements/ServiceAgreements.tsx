import { Trans } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { readFragment } from '../../gql/index.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { Section } from '../../ui/page/Page.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { AGREEMENT_LINE, SERVICE_AGREEMENTS, TEMPLATE } from './agreements.operations.js';
import { OfferPanel } from './OfferPanel.js';
import { usePageLanguage } from './use-page-language.js';

/** On a child's page: the family's service agreement, and offering the next one. */
export function ServiceAgreements({ childId }: { readonly childId: string }) {
  const language = usePageLanguage();
  const [{ data, error }, load] = useQuery({ query: SERVICE_AGREEMENTS, variables: { childId, language } });
  const template = data?.agreementTemplates
    .map((one) => readFragment(TEMPLATE, one))
    .find(({ kind, releasedAt }) => kind === 'SERVICE' && releasedAt);
  return (
    <Section title={<Trans>家庭服务协议</Trans>}>
      {error && !data ? (
        <RequestFault error={error} />
      ) : !data ? (
        <LoadingState lines={2} />
      ) : (
        <OfferPanel
          whom={{ childId }}
          agreements={(data.serviceAgreements ?? []).map((one) => readFragment(AGREEMENT_LINE, one))}
          template={template}
          reload={() => load({ requestPolicy: 'network-only' })}
        />
      )}
    </Section>
  );
}
