import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { toServer } from '../../app/i18n/locale.js';
import { useLocale } from '../../app/i18n/use-locale.js';
import type { ApplicationAskKind, ApplicationAskQuery } from '../../gql/graphql.js';
import { PathsApart } from '../../ui/drawings/PathsApart.js';
import { Card, Page } from '../../ui/page/Page.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { ASKED } from './applying.operations.js';
import { GuardianAnswer } from './GuardianAnswer.js';
import { ReferenceAnswer } from './ReferenceAnswer.js';

export type Ask = NonNullable<ApplicationAskQuery['applicationAsk']>;
export interface AnswerProps {
  readonly code: string;
  readonly ask: Ask;
  /** It arrived, or is to be looked at anew. */
  readonly reload: () => void;
}

/** A question to somebody without an account: who asks, about whom, and the answer. */
export function AskedPage({ kind }: { readonly kind: ApplicationAskKind }) {
  const { code = '' } = useParams();
  const { t } = useLingui();
  const { locale } = useLocale();
  const [{ data, error }, load] = useQuery({
    query: ASKED,
    variables: { code, locale: toServer(locale) },
    requestPolicy: 'network-only',
  });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  const shown = data?.applicationAsk;
  if (error && !data) return <ErrorState error={error} retry={reload} />;
  if (!data) return <LoadingState lines={5} />;
  if (shown?.kind !== kind) return <Ended />;
  const { applicantName, agencyName, agencyPhone } = shown;
  return (
    <Page
      title={kind === 'GUARDIAN' ? t`${applicantName}想做志愿者` : t`关于${applicantName}，请您说几句`}
      width="narrow"
      lead={agencyName}
    >
      <Card>
        {kind === 'GUARDIAN' ? (
          <GuardianAnswer code={code} ask={shown} reload={reload} />
        ) : (
          <ReferenceAnswer code={code} ask={shown} reload={reload} />
        )}
      </Card>
      <p>
        {agencyPhone ? (
          <Trans>
            有什么想问的，请打电话：<a href={`tel:${agencyPhone}`}>{agencyPhone}</a>。不认识这个人？关掉这一页就好。
          </Trans>
        ) : (
          <Trans>不认识这个人，或者不想回答？关掉这一页就好。</Trans>
        )}
      </p>
    </Page>
  );
}

function Ended() {
  return (
    <EmptyState heading="h1" drawing={<PathsApart />} title={<Trans>这个链接已经不能用了</Trans>}>
      <p>
        <Trans>链接三十天内有效；报名有了结果，或者又发过新的链接，旧的就关了。</Trans>
      </p>
      <p>
        <Trans>还想回答的话，请告诉报名的人，机构可以再发一个。</Trans>
      </p>
    </EmptyState>
  );
}
