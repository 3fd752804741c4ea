import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import type { GuardianLinksQuery } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button } from '../../ui/button/Button.js';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useFormat } from '../../ui/format/use-format.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { REVOKE_GUARDIAN_LINK } from './consent.operations.js';
import styles from './consent.module.css';

type Link = NonNullable<GuardianLinksQuery['guardianLinks']>[number];

export interface GuardianLinkListProps {
  readonly links: readonly Link[];
  readonly revoked: () => void;
}

/** The links and codes that were made: for whom, by whom, until when, opened when; the living one can be taken back. */
export function GuardianLinkList({ links, revoked }: GuardianLinkListProps) {
  const { t } = useLingui();
  if (links.length === 0) return null;
  return (
    <ul className={styles['links']} aria-label={t`做过的链接`}>
      {links.map((link) => (
        <li key={link.id}>
          <LinkFacts link={link} />
          {link.revocable ? <Revoke link={link} revoked={revoked} /> : null}
        </li>
      ))}
    </ul>
  );
}

function LinkFacts({ link }: { readonly link: Link }) {
  const format = useFormat();
  const { guardianName, madeBy, createdAt, expiresAt, revokedAt, openedAt } = link;
  const made = format.instant(createdAt);
  const opened = openedAt ? format.instant(openedAt) : null;
  return (
    <div>
      <p className={styles['linkHead']}>
        <strong>
          <LinkTitle kind={link.kind} guardianName={guardianName} />
        </strong>
        <LinkBadge state={link.state} />
      </p>
      <p className={styles['quiet']}>
        <Trans>
          {madeBy}做于{made}
        </Trans>
        <br />
        {revokedAt ? <Trans>收回于{format.instant(revokedAt)}</Trans> : <Trans>用到{format.instant(expiresAt)}</Trans>}
        <br />
        {opened ? <Trans>最近打开：{opened}</Trans> : <Trans>还没有打开过</Trans>}
      </p>
    </div>
  );
}

function LinkTitle({ kind, guardianName }: Pick<Link, 'kind' | 'guardianName'>) {
  switch (kind) {
    case 'LINK':
      return guardianName ? <Trans>给{guardianName}的链接</Trans> : <Trans>给监护人的链接</Trans>;
    case 'CODE':
      return guardianName ? <Trans>给{guardianName}的代码</Trans> : <Trans>给监护人的代码</Trans>;
    default:
      return assertUnreachable(kind);
  }
}

function LinkBadge({ state }: Pick<Link, 'state'>) {
  switch (state) {
    case 'LIVE':
      return (
        <StateBadge tone="good">
          <Trans>可以打开</Trans>
        </StateBadge>
      );
    case 'USED':
      return (
        <StateBadge tone="quiet">
          <Trans>已经用过</Trans>
        </StateBadge>
      );
    case 'REVOKED':
      return (
        <StateBadge tone="quiet">
          <Trans>已经收回</Trans>
        </StateBadge>
      );
    case 'EXPIRED':
      return (
        <StateBadge tone="quiet">
          <Trans>已经到期</Trans>
        </StateBadge>
      );
    default:
      return assertUnreachable(state);
  }
}

function Revoke({ link, revoked }: { readonly link: Link; readonly revoked: () => void }) {
  const { t } = useLingui();
  const toast = useToast();
  const [{ fetching }, revoke] = useMutation(REVOKE_GUARDIAN_LINK);
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<ReactNode>(null);
  const label = link.kind === 'CODE' ? <Trans>收回代码</Trans> : <Trans>收回链接</Trans>;
  const send = async (): Promise<void> => {
    setProblem(null);
    const { data, error } = await revoke({ input: { guardianLinkId: link.id } });
    if (!data) return setProblem(<RequestFault error={error} />);
    const result = data.revokeGuardianLink;
    switch (result.__typename) {
      case 'GuardianLinkEntry':
      case 'NotFound': // it is gone: what was asked for is so
        setAsking(false);
        toast({ message: link.kind === 'CODE' ? t`代码收回了，从现在起打不开。` : t`链接收回了，从现在起打不开。` });
        return revoked();
      default:
        return assertUnreachable(result);
    }
  };
  return (
    <div>
      <Button variant="default" onClick={() => setAsking(true)}>
        {label}
      </Button>
      <ConfirmDialog
        opened={asking}
        close={() => setAsking(false)}
        title={link.kind === 'CODE' ? t`收回监护人的代码` : t`收回监护人的链接`}
        confirmLabel={label}
        onConfirm={send}
        busy={fetching}
      >
        <p>
          <Trans>监护人再打开时，会看到已经不能用了，以及可以打给机构的电话。家庭的同意不受影响。</Trans>
        </p>
        {problem ? <div role="alert">{problem}</div> : null}
      </ConfirmDialog>
    </div>
  );
}
