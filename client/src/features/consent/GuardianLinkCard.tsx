import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useMutation, useQuery } from 'urql';
import { Button } from '../../ui/button/Button.js';
import { CopyField } from '../../ui/copy/CopyField.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useFormat } from '../../ui/format/use-format.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { CREATE_GUARDIAN_CODE, CREATE_GUARDIAN_LINK, GUARDIAN_LINKS } from './consent.operations.js';
import { CodeSlip } from './CodeSlip.js';
import { GuardianLinkList } from './GuardianLinkList.js';
import styles from './consent.module.css';

type Made =
  | { readonly kind: 'LINK'; readonly address: string; readonly expiresAt: string }
  | { readonly kind: 'CODE'; readonly address: string; readonly code: string; readonly expiresAt: string };

export interface GuardianLinkCardProps {
  readonly companionshipId: string;
  readonly reload: () => void;
}

/** Makes, and takes back, the link or code by which a guardian reads and withdraws a consent, without an account. */
export function GuardianLinkCard({ companionshipId, reload }: GuardianLinkCardProps) {
  const [linking, createLink] = useMutation(CREATE_GUARDIAN_LINK);
  const [coding, createCode] = useMutation(CREATE_GUARDIAN_CODE);
  const [made, setMade] = useState<Made>();
  const [problem, setProblem] = useState<ReactNode>(null);
  const [links, load] = useQuery({ query: GUARDIAN_LINKS, variables: { companionshipId } });
  const renew = (): void => load({ requestPolicy: 'network-only' });
  const show = (thing: Made): void => {
    setMade(thing);
    renew();
  };
  const makeLink = async (): Promise<void> => {
    setProblem(null);
    const { data, error } = await createLink({ input: { companionshipId } });
    if (!data) return setProblem(<RequestFault error={error} />);
    const result = data.createGuardianLink;
    switch (result.__typename) {
      case 'GuardianLink':
        return show({ kind: 'LINK', address: absolute(result.path), expiresAt: result.expiresAt });
      case 'NotFound':
        return setProblem(<CommonRefusal kind={result.__typename} reload={reload} />);
      default:
        return assertUnreachable(result);
    }
  };
  const makeCode = async (): Promise<void> => {
    setProblem(null);
    const { data, error } = await createCode({ input: { companionshipId } });
    if (!data) return setProblem(<RequestFault error={error} />);
    const result = data.createGuardianCode;
    switch (result.__typename) {
      case 'GuardianCode': {
        const { code, path, expiresAt } = result;
        return show({ kind: 'CODE', address: absolute(path), code, expiresAt });
      }
      case 'NotFound':
        return setProblem(<CommonRefusal kind={result.__typename} reload={reload} />);
      default:
        return assertUnreachable(result);
    }
  };
  const again = made !== undefined || (links.data?.guardianLinks?.length ?? 0) > 0;
  return (
    <div className={styles['link']}>
      <p>
        <Trans>监护人用它看自己同意了什么，也可以随时撤回，不需要账号。请只给监护人本人。</Trans>
      </p>
      <p className={styles['quiet']}>
        <Trans>链接发到监护人的手机；收不到短信时，做一个代码，在电话里念，或者打印出来。做新的，以前的就失效。</Trans>
      </p>
      {made?.kind === 'LINK' ? <MadeLink address={made.address} expiresAt={made.expiresAt} /> : null}
      {made?.kind === 'CODE' ? <CodeSlip code={made.code} address={made.address} expiresAt={made.expiresAt} /> : null}
      {problem ? <div role="alert">{problem}</div> : null}
      <div className={styles['make']}>
        <Button variant="default" loading={linking.fetching} onClick={() => void makeLink()}>
          {again ? <Trans>再做一个新链接</Trans> : <Trans>为监护人做一个链接</Trans>}
        </Button>
        <Button variant="default" loading={coding.fetching} onClick={() => void makeCode()}>
          <Trans>做一个可以念的代码</Trans>
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

const absolute = (path: string): string => new URL(path, window.location.origin).href;

function MadeLink({ address, expiresAt }: { readonly address: string; readonly expiresAt: string }) {
  const { t } = useLingui();
  const format = useFormat();
  return (
    <div className={styles['made']} role="status">
      <CopyField label={t`监护人的链接`} value={address} />
      <p className={styles['quiet']}>
        <Trans>用到 {format.instant(expiresAt)}。离开这一页以后不再显示，需要时可以再做一个。</Trans>
      </p>
    </div>
  );
}
