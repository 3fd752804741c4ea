import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { useMutation, useQuery } from 'urql';
import { OpenWindow } from '../../ui/drawings/OpenWindow.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { Card, Page, Section } from '../../ui/page/Page.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { AgreementText, SaveAgreement, SignForm, usePageLanguage, type Mark } from '../agreements/index.js';
import { COSIGN, TO_COSIGN } from './agreement-guardian.operations.js';

/** A minor's guardian, by a link and without an account: reads what the young volunteer signs, and signs beside them. */
export default function CosignPage() {
  const { t } = useLingui();
  const { code = '' } = useParams();
  const language = usePageLanguage();
  const [{ data, error }, load] = useQuery({
    query: TO_COSIGN,
    variables: { code, language },
    requestPolicy: 'network-only',
  });
  const [{ fetching }, cosign] = useMutation(COSIGN);
  const [problem, setProblem] = useState<ReactNode>(null);
  const reload = (): void => load({ requestPolicy: 'network-only' });
  if (error && !data) return <ErrorState error={error} retry={reload} />;
  if (!data) return <LoadingState lines={6} />;
  const agreement = data.agreementToCosign;
  if (!agreement) {
    return (
      <Page title={t`这个链接已经不能用了`} width="narrow">
        <EmptyState drawing={<OpenWindow />} title={<Trans>请要一个新的链接</Trans>}>
          <p>
            <Trans>链接过一段时间会失效，协议签完以后也不再打开。请联系给您链接的社会工作者。</Trans>
          </p>
        </EmptyState>
      </Page>
    );
  }
  const { volunteerName, agencyName, agencyPhone, signed, textHash } = agreement;
  const sign = async ({ method, name, relation, signature }: Mark, arrived: () => void): Promise<void> => {
    setProblem(null);
    const hand = { method, name, relation, signature: method === 'DRAWN' ? signature : null };
    const input = { code, language: agreement.language, textHash, ...hand };
    const { data: answer, error: fault } = await cosign({ input });
    if (!answer) return setProblem(<RequestFault error={fault} />);
    if (answer.cosignAgreement.__typename === 'AgreementToCosign') arrived();
    else setProblem(<Trans>这份协议刚刚有了变化，请再读一遍，再签。</Trans>);
    reload();
  };
  return (
    <Page
      title={t`${volunteerName}的志愿服务协议`}
      width="narrow"
      lead={<Trans>{agencyName}请您作为监护人一起签。孩子还没有满十八周岁，服务时身边总有一位大人。</Trans>}
    >
      <Section title={<Trans>写了什么</Trans>}>
        <Card>
          <AgreementText {...agreement} />
        </Card>
      </Section>
      {signed ? (
        <Card tone="good">
          <p role="status">
            <Trans>监护人已经签好了，谢谢您。以后想收回，打电话告诉机构就可以。</Trans>
          </p>
          <SaveAgreement link={code} />
        </Card>
      ) : (
        <Card tone="waiting">
          <SignForm
            guardian
            draft={draftOf(code)}
            name=""
            submitLabel={<Trans>我同意，签名</Trans>}
            busy={fetching}
            problem={problem}
            sign={(mark, arrived) => void sign(mark, arrived)}
          />
        </Card>
      )}
      <p>
        {agencyPhone ? (
          <Trans>
            有不明白的地方，请打给{agencyName}：<a href={`tel:${agencyPhone}`}>{agencyPhone}</a>
          </Trans>
        ) : (
          <Trans>有不明白的地方，请问{agencyName}的社会工作者。</Trans>
        )}
      </p>
    </Page>
  );
}

/** The name of a draft must not hold the secret itself: a few signs tell two links apart. */
const draftOf = (code: string): string => `link.${code.slice(0, 6)}`;
