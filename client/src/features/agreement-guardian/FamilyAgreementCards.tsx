import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation, useQuery } from 'urql';
import type { FamilyAgreementsQuery } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button } from '../../ui/button/Button.js';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card } from '../../ui/page/Page.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { AgreementText, SaveAgreement, SignForm, usePageLanguage, type Mark } from '../agreements/index.js';
import { FAMILY_AGREEMENTS, LEAVE_FAMILY, SIGN_FAMILY } from './agreement-guardian.operations.js';
import styles from './agreement-guardian.module.css';

type Own = NonNullable<FamilyAgreementsQuery['familyAgreements']>[number];
interface PartProps {
  readonly agreement: Own;
  readonly reload: () => void;
}

/** On a guardian's page: the service agreement for the child, to be read, heard, signed and left; nothing where none is. */
export function FamilyAgreementCards() {
  const language = usePageLanguage();
  const [{ data }, load] = useQuery({ query: FAMILY_AGREEMENTS, variables: { language } });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  return (data?.familyAgreements ?? []).map((agreement) => (
    <FamilyCard key={agreement.id} agreement={agreement} reload={reload} />
  ));
}

function FamilyCard({ agreement, reload }: PartProps) {
  const format = useFormat();
  const { title, state, toSign, validUntil } = agreement;
  return (
    <Card tone={toSign ? 'waiting' : undefined}>
      <div className={styles['head']}>
        <h2>{title}</h2>
        {toSign ? (
          <StateBadge tone="waiting">
            <Trans>等您签</Trans>
          </StateBadge>
        ) : state === 'IN_FORCE' ? (
          <StateBadge tone="good">
            <Trans>生效中</Trans>
          </StateBadge>
        ) : (
          <StateBadge tone="soon">
            <Trans>等机构签</Trans>
          </StateBadge>
        )}
      </div>
      {validUntil ? (
        <p>
          <Trans>有效到 {format.day(validUntil)}</Trans>
        </p>
      ) : null}
      {toSign ? (
        <>
          <AgreementText {...agreement} />
          <Sign agreement={agreement} reload={reload} />
        </>
      ) : (
        <details>
          <summary>
            <Trans>看全文</Trans>
          </summary>
          <AgreementText {...agreement} />
        </details>
      )}
      {toSign ? null : <SaveAgreement id={agreement.id} />}
      <Leave agreement={agreement} reload={reload} />
    </Card>
  );
}

function Sign({ agreement, reload }: PartProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [{ fetching }, send] = useMutation(SIGN_FAMILY);
  const [problem, setProblem] = useState<ReactNode>(null);
  const { id: agreementId, language, textHash, guardianName } = agreement;
  const sign = async ({ method, name, signature, relation }: Mark, arrived: () => void): Promise<void> => {
    setProblem(null);
    const hand = { method, name, relation, signature: method === 'DRAWN' ? signature : null };
    const { data, error } = await send({ input: { agreementId, language, textHash, ...hand } });
    if (!data) return setProblem(<RequestFault error={error} />);
    if (data.signFamilyAgreement.__typename === 'FamilyAgreement') {
      arrived();
      toast({ message: t`签好了，谢谢您。` });
    } else setProblem(<Trans>这份协议刚刚有了变化，请再读一遍，再签。</Trans>);
    reload();
  };
  return (
    <SignForm
      draft={agreementId}
      guardian
      name={guardianName}
      relation={agreement.relation}
      submitLabel={<Trans>我同意，签名</Trans>}
      busy={fetching}
      problem={problem}
      sign={(mark, arrived) => void sign(mark, arrived)}
    />
  );
}

function Leave({ agreement, reload }: PartProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const [{ fetching }, leave] = useMutation(LEAVE_FAMILY);
  const force = agreement.state === 'IN_FORCE';
  const confirm = async (): Promise<void> => {
    const { data } = await leave({ input: { agreementId: agreement.id } });
    setAsking(false);
    if (data?.leaveFamilyAgreement.__typename === 'FamilyAgreement') toast({ message: t`记下了。` });
    else toast({ tone: 'danger', message: t`没有记下，请再试一次。` });
    reload();
  };
  return (
    <div>
      <Button variant="subtle" onClick={() => setAsking(true)}>
        {force ? <Trans>结束这份协议</Trans> : <Trans>不签了</Trans>}
      </Button>
      <ConfirmDialog
        opened={asking}
        close={() => setAsking(false)}
        title={force ? t`结束这份协议？` : t`不签这份协议？`}
        confirmLabel={force ? <Trans>结束协议</Trans> : <Trans>不签了</Trans>}
        busy={fetching}
        onConfirm={confirm}
      >
        <p>
          <Trans>不需要理由，也不影响孩子得到的紧急帮助。以后想再开始，告诉社会工作者就可以。</Trans>
        </p>
      </ConfirmDialog>
    </div>
  );
}
