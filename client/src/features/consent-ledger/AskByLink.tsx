import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import type { ConsentLedgerQuery, DisclosureAudience, DisclosurePurpose } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { CopyField } from '../../ui/copy/CopyField.js';
import { NativeSelect } from '../../ui/fields/fields.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card } from '../../ui/page/Page.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { ASK_BY_LINK } from './ledger.operations.js';
import styles from './ledger.module.css';

export interface AskedAbout {
  readonly purpose: DisclosurePurpose;
  readonly audience: DisclosureAudience;
  readonly occasion: string;
  readonly until: string;
}
export interface AskByLinkProps {
  readonly ledger: NonNullable<ConsentLedgerQuery['consentLedger']>;
  readonly about: AskedAbout;
}

/** The question waits on the guardian's own page; its link goes to their phone and is shown here once. */
export function AskByLink({ ledger: { childId, guardians }, about }: AskByLinkProps) {
  const { t } = useLingui();
  const format = useFormat();
  const able = guardians.filter(({ barred }) => !barred);
  const [guardianId, setGuardian] = useState(able[0]?.id ?? '');
  const [{ fetching }, ask] = useMutation(ASK_BY_LINK);
  const [made, setMade] = useState<{ readonly address: string; readonly expiresAt: string }>();
  const [problem, setProblem] = useState<ReactNode>(null);
  const send = async (): Promise<void> => {
    setProblem(null);
    const { purpose, audience, until } = about;
    const occasion = about.occasion.trim() || null;
    const { data, error } = await ask({ input: { childId, guardianId, purpose, audience, until, occasion } });
    if (!data) return setProblem(<RequestFault error={error} />);
    const result = data.askByLink;
    switch (result.__typename) {
      case 'ConsentAsked':
        return setMade({
          address: new URL(result.path, window.location.origin).href,
          expiresAt: result.expiresAt,
        });
      case 'InvalidInput':
        return setProblem(<Trans>请看一看日期（最多两年，对外的故事一年）和活动的名称。</Trans>);
      case 'NotFound':
        return setProblem(<CommonRefusal kind="NotFound" reload={() => undefined} />);
      default:
        return assertUnreachable(result);
    }
  };
  if (able.length === 0) {
    return (
      <Card tone="waiting">
        <p>
          <Trans>还没有可以问的监护人。请先在家庭页面写下监护人。</Trans>
        </p>
      </Card>
    );
  }
  return (
    <Card>
      <NativeSelect
        label={t`问哪一位监护人`}
        value={guardianId}
        onChange={(event) => setGuardian(event.target.value)}
        data={able.map(({ id, name, relation }) => ({ value: id, label: relation ? `${name}（${relation}）` : name }))}
      />
      {made ? (
        <div role="status">
          <CopyField label={t`监护人的链接`} value={made.address} />
          <p className={styles['quiet']}>
            <Trans>用到 {format.instant(made.expiresAt)}。请只给这位监护人本人。以前给这个家庭的链接不再能用。</Trans>
          </p>
        </div>
      ) : (
        <div>
          <Button loading={fetching} onClick={() => void send()}>
            <Trans>做一个链接去问</Trans>
          </Button>
        </div>
      )}
      {problem ? <div role="alert">{problem}</div> : null}
    </Card>
  );
}
