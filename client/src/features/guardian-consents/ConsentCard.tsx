import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState } from 'react';
import { useMutation } from 'urql';
import { Button } from '../../ui/button/Button.js';
import { graphql, readFragment, type FragmentType } from '../../gql/index.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card } from '../../ui/page/Page.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { WITHDRAW_CONSENT } from './guardian.operations.js';
import styles from './guardian.module.css';

export const CONSENT_CARD = graphql(`
  fragment ConsentCard_consent on GuardianConsent {
    id
    companionName
    givenOn
    validUntil
    withdrawnOn
    state
  }
`);

export interface ConsentCardProps {
  readonly consent: FragmentType<typeof CONSENT_CARD>;
  readonly childName: string;
  readonly reload: () => void;
}

export function ConsentCard({ consent: masked, childName, reload }: ConsentCardProps) {
  const consent = readFragment(CONSENT_CARD, masked);
  const { t } = useLingui();
  const format = useFormat();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const [{ fetching }, withdraw] = useMutation(WITHDRAW_CONSENT);
  const { companionName, withdrawnOn } = consent;
  const given = format.day(consent.givenOn);
  const until = format.day(consent.validUntil);

  const confirm = async (): Promise<void> => {
    const { data } = await withdraw({ input: { consentId: consent.id } });
    setAsking(false);
    if (!data) {
      toast({ tone: 'danger', message: t`没有撤回成功。请再试一次，或者直接打电话给社会工作者。` });
      return;
    }
    const result = data.withdrawConsent;
    switch (result.__typename) {
      case 'GuardianView':
        toast({ message: t`已经撤回。社会工作者会马上知道。` });
        break;
      case 'LinkExpired':
      case 'NotFound':
        toast({ tone: 'danger', message: t`链接已经失效。请打电话给社会工作者，一样可以撤回。` });
        break;
      default:
        assertUnreachable(result);
    }
    reload();
  };

  return (
    <Card>
      <div className={styles['head']}>
        <h2>
          <Trans>
            {companionName}陪伴{childName}
          </Trans>
        </h2>
        {withdrawnOn ? (
          <StateBadge tone="quiet">
            <Trans>已撤回</Trans>
          </StateBadge>
        ) : (
          <StateBadge tone="good">
            <Trans>您已同意</Trans>
          </StateBadge>
        )}
      </div>
      <p>
        <Trans>
          您在 {given} 同意：{companionName}按计划陪伴{childName}，每次都在约好的地点，附近有另一位大人。同意到 {until}{' '}
          为止。
        </Trans>
      </p>
      <p>
        <Trans>陪伴的人只知道孩子的化名、年龄段、语言和爱好，不知道家里的住址、电话和其他情况。</Trans>
      </p>
      {withdrawnOn ? (
        <p>
          <Trans>您在 {format.day(withdrawnOn)} 撤回了同意。从那时起，陪伴的人看不到孩子的任何资料。</Trans>
        </p>
      ) : (
        <div data-print="no">
          <Button variant="default" onClick={() => setAsking(true)}>
            <Trans>撤回同意</Trans>
          </Button>
        </div>
      )}
      <ConfirmDialog
        opened={asking}
        close={() => setAsking(false)}
        title={t`撤回对${companionName}的同意？`}
        confirmLabel={<Trans>撤回同意</Trans>}
        busy={fetching}
        onConfirm={confirm}
      >
        <p>
          <Trans>撤回后马上生效：{companionName}不再看到孩子的资料，也不再见面。</Trans>
        </p>
        <p>
          <Trans>不需要理由，也不影响孩子得到的其他帮助。以后想再开始，告诉社会工作者就可以。</Trans>
        </p>
      </ConfirmDialog>
    </Card>
  );
}
