import { Trans } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { readFragment } from '../../gql/index.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { Section } from '../../ui/page/Page.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { AGREEMENT_LINE, TEMPLATE, VOLUNTEER_AGREEMENTS } from './agreements.operations.js';
import { OfferPanel } from './OfferPanel.js';
import { usePageLanguage } from './use-page-language.js';

/** On a volunteer's page: their agreements, and offering the next one. */
export function VolunteerAgreements({ volunteerId }: { readonly volunteerId: string }) {
  const language = usePageLanguage();
  const [{ data, error }, load] = useQuery({ query: VOLUNTEER_AGREEMENTS, variables: { volunteerId, language } });
  const template = data?.agreementTemplates
    .map((one) => readFragment(TEMPLATE, one))
    .find(({ kind, releasedAt }) => kind === 'VOLUNTEER' && releasedAt);
  return (
    <Section title={<Trans>在平台上签的协议</Trans>}>
      {error && !data ? (
        <RequestFault error={error} />
      ) : !data ? (
        <LoadingState lines={2} />
      ) : (
        <OfferPanel
          whom={{ volunteerId }}
          agreements={(data.volunteerAgreements ?? []).map((one) => readFragment(AGREEMENT_LINE, one))}
          template={template}
          reload={() => load({ requestPolicy: 'network-only' })}
        />
      )}
    </Section>
  );
}
