import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import type { ChildSharesQuery } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button } from '../../ui/button/Button.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Section } from '../../ui/page/Page.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { OpenShareForm } from './OpenShareForm.js';
import { CHILD_SHARES, CLOSE_SHARE } from './shared-children.operations.js';
import { AUDIENCE } from './shared-words.js';
import styles from './shared-children.module.css';

type Share = NonNullable<ChildSharesQuery['childShares']>[number];

/** To which company, partner agency or expert a child is opened, until when; and closing it at any moment. */
export function ChildShares({ childId }: { readonly childId: string }) {
  const may = useMay();
  const [opening, setOpening] = useState(false);
  const [{ data, error }, load] = useQuery({ query: CHILD_SHARES, variables: { childId } });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  const shares = data?.childShares ?? [];
  return (
    <Section
      title={<Trans>打开给外面的人看</Trans>}
      lead={<Trans>给写明名字的一个人，到一个日子为止；家庭收回，马上就看不到。</Trans>}
    >
      <Card>
        {error && !data ? <RequestFault error={error} /> : null}
        {data && shares.length === 0 ? (
          <p>
            <Trans>没有打开给企业、合作机构或专家看。</Trans>
          </p>
        ) : null}
        <ul className={styles['list']}>
          {shares.map((share) => (
            <OneShare key={share.id} share={share} mayClose={may('share.open')} reload={reload} />
          ))}
        </ul>
        {!may('share.open') ? null : opening ? (
          <OpenShareForm
            childId={childId}
            close={() => setOpening(false)}
            done={() => {
              setOpening(false);
              reload();
            }}
          />
        ) : (
          <div data-print="no">
            <Button variant="default" onClick={() => setOpening(true)}>
              <Trans>打开给一个人看</Trans>
            </Button>
          </div>
        )}
      </Card>
    </Section>
  );
}

interface OneShareProps {
  readonly share: Share;
  readonly mayClose: boolean;
  readonly reload: () => void;
}

function OneShare({ share, mayClose, reload }: OneShareProps) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const toast = useToast();
  const [{ fetching }, close] = useMutation(CLOSE_SHARE);
  const { id, readerName, organisation, audience, open, until } = share;
  const last = format.day(until);
  const shut = async (): Promise<void> => {
    const { data } = await close({ input: { childShareId: id } });
    const done = data?.closeShare.__typename === 'ChildShare';
    toast(done ? { message: t`关上了，从现在起看不到。` } : { tone: 'danger', message: t`没有关上，请再试一次。` });
    reload();
  };
  return (
    <li>
      <span>
        {readerName} · {organisation} · {i18n._(AUDIENCE[audience])}
      </span>
      <span className={styles['quiet']}>
        <Trans>到 {last} 为止</Trans>
      </span>
      <StateBadge tone={open ? 'good' : 'quiet'}>{open ? <Trans>开着</Trans> : <Trans>已经关上</Trans>}</StateBadge>
      {open && mayClose ? (
        <Button variant="subtle" loading={fetching} onClick={() => void shut()}>
          <Trans>关上</Trans>
        </Button>
      ) : null}
    </li>
  );
}
