import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useMutation, useQuery } from 'urql';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useFormat } from '../../ui/format/use-format.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { CREATE_GUARDIAN_LINK, GUARDIAN_LINKS } from './consent.operations.js';
import { GuardianLinkList } from './GuardianLinkList.js';
import styles from './consent.module.css';

interface Made {
  readonly address: string;
  readonly expiresAt: string;
}

export interface GuardianLinkCardProps {
  readonly companionshipId: string;
  readonly reload: () => void;
}

/** Makes, and takes back, the personal link by which a guardian reads and withdraws a consent, without an account. */
export function GuardianLinkCard({ companionshipId, reload }: GuardianLinkCardProps) {
  const [{ fetching }, create] = useMutation(CREATE_GUARDIAN_LINK);
  const [made, setMade] = useState<Made>();
  const [problem, setProblem] = useState<ReactNode>(null);
  const [links, load] = useQuery({ query: GUARDIAN_LINKS, variables: { companionshipId } });
  const renew = (): void => load({ requestPolicy: 'network-only' });
  const make = async (): Promise<void> => {
    setProblem(null);
    const { data, error } = await create({ input: { companionshipId } });
    if (!data) {
      setProblem(<RequestFault error={error} />);
      return;
    }
    const result = data.createGuardianLink;
    switch (result.__typename) {
      case 'GuardianLink':
        setMade({ address: new URL(result.path, window.location.origin).href, expiresAt: result.expiresAt });
        renew();
        return;
      case 'NotFound':
        setProblem(<CommonRefusal kind={result.__typename} reload={reload} />);
        return;
      default:
        assertUnreachable(result);
    }
  };
  return (
    <div className={styles['link']}>
      <p>
        <Trans>监护人用这个链接看自己同意了什么，也可以随时撤回，不需要账号。请只发给监护人本人。</Trans>
      </p>
      {made ? <MadeLink made={made} /> : null}
      {problem ? <div role="alert">{problem}</div> : null}
      <div>
        <Button variant="default" loading={fetching} onClick={() => void make()}>
          {made || links.data?.guardianLinks?.length ? (
            <Trans>再做一个新链接</Trans>
          ) : (
            <Trans>为监护人做一个链接</Trans>
          )}
        </Button>
      </div>
      {links.error && !links.data ? <RequestFault error={links.error} /> : null}
      {links.data?.guardianLinks ? (
        <GuardianLinkList
          links={links.data.guardianLinks}
          revoked={() => {
            setMade(undefined);
            renew();
          }}
        />
      ) : null}
    </div>
  );
}

function MadeLink({ made }: { readonly made: Made }) {
  const { t } = useLingui();
  const format = useFormat();
  const clipboard = useClipboard({ timeout: 4000 });
  const CopyIcon = clipboard.copied ? IconCheck : IconCopy;
  return (
    <div className={styles['made']} role="status">
      <TextInput
        readOnly
        label={t`监护人的链接`}
        value={made.address}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button
        leftSection={<CopyIcon size={18} stroke={1.75} aria-hidden />}
        onClick={() => clipboard.copy(made.address)}
      >
        {clipboard.copied ? <Trans>已经复制</Trans> : <Trans>复制链接</Trans>}
      </Button>
      <p className={styles['quiet']}>
        <Trans>用到 {format.instant(made.expiresAt)}。离开这一页以后不再显示，需要时可以再做一个。</Trans>
      </p>
    </div>
  );
}
