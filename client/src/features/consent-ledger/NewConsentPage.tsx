import { Trans, useLingui } from '@lingui/react/macro';
import { OFFERS, offerOf } from '@tongxing/shared/disclosure';
import type { LocalDate } from '@tongxing/shared/kernel';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import type { ConsentLedgerQuery } from '../../gql/graphql.js';
import { FieldGroup } from '../../ui/fields/FieldGroup.js';
import { NativeSelect, Radio, TextInput } from '../../ui/fields/fields.js';
import { Card, Page } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { NotFoundState } from '../../ui/states/NotFoundState.js';
import { AskByLink } from './AskByLink.js';
import { usualEnd } from './consent-draft.js';
import { CONSENT_LEDGER } from './ledger.operations.js';
import { SittingForm } from './SittingForm.js';
import { useLedgerWords } from './use-ledger-words.js';

type Ledger = NonNullable<ConsentLedgerQuery['consentLedger']>;
const keyOf = ({ purpose, audience }: (typeof OFFERS)[number]) => `${purpose}.${audience}`;

/** Asking a family: what for and until when, then the words are read out and each thing is answered by itself. */
export default function NewConsentPage() {
  const { id = '' } = useParams();
  const [{ data, error }, load] = useQuery({ query: CONSENT_LEDGER, variables: { childId: id } });
  if (error && !data) return <ErrorState page error={error} retry={() => load({ requestPolicy: 'network-only' })} />;
  if (!data) return <LoadingState lines={6} />;
  return data.consentLedger ? <Asking ledger={data.consentLedger} /> : <NotFoundState home="/agency/children" />;
}

function Asking({ ledger }: { readonly ledger: Ledger }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const words = useLedgerWords();
  const { today } = useViewer().agency;
  const [chosen, choose] = useState('SPONSORSHIP.DONOR');
  const [occasion, setOccasion] = useState('');
  const [until, setUntil] = useState<string>(usualEnd(today as LocalDate));
  const [way, setWay] = useState<'HERE' | 'LINK'>('HERE');
  const offer = OFFERS.find((one) => keyOf(one) === chosen) ?? OFFERS[0];
  if (!offer) return null;
  const { purpose, audience } = offer;
  const perOccasion = offerOf(purpose, audience)?.perOccasion === true;
  const about = { purpose, audience, until, occasion: perOccasion ? occasion : '' };
  const path = `/agency/children/${encodeURIComponent(ledger.childId)}/consents`;
  return (
    <Page
      title={t`问一问${ledger.childName}的家庭`}
      width="narrow"
      lead={<Trans>慢慢问。每一样都可以说不可以，不影响孩子得到的任何帮助。</Trans>}
    >
      <Card>
        <NativeSelect
          label={t`为了什么，给谁看`}
          value={chosen}
          onChange={(event) => choose(event.target.value)}
          data={OFFERS.map((one) => ({
            value: keyOf(one),
            label: `${words.purpose(one.purpose)} · ${words.audience(one.audience)}`,
          }))}
        />
        {perOccasion ? (
          <TextInput
            label={t`哪一次活动`}
            description={t`对外的故事每次都要单独问。`}
            maxLength={80}
            value={occasion}
            onChange={(event) => setOccasion(event.target.value)}
          />
        ) : null}
        <TextInput
          label={t`到哪一天为止`}
          type="date"
          value={until}
          onChange={(event) => setUntil(event.target.value)}
        />
        <FieldGroup label={t`怎么回答`}>
          <Radio
            name="way"
            label={<Trans>现在，在这台设备上或纸上</Trans>}
            checked={way === 'HERE'}
            onChange={() => setWay('HERE')}
          />
          <Radio
            name="way"
            label={<Trans>监护人以后用自己的链接回答</Trans>}
            checked={way === 'LINK'}
            onChange={() => setWay('LINK')}
          />
        </FieldGroup>
      </Card>
      {until === '' ? null : way === 'LINK' ? (
        <AskByLink ledger={ledger} about={about} />
      ) : (
        <SittingForm key={chosen} ledger={ledger} about={about} done={() => void navigate(path)} />
      )}
      <WhoSees permission="consent.read" />
    </Page>
  );
}
