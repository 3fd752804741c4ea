import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { failureOf } from '../../app/graphql/failure.js';
import { OpenWindow } from '../../ui/drawings/OpenWindow.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Page } from '../../ui/page/Page.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { FamilyAgreementCards } from '../agreement-guardian/index.js';
import { useLedgerWords } from '../consent-ledger/index.js';
import { HelperQuestion } from '../helping/index.js';
import { ConsentCard } from './ConsentCard.js';
import { ENDED_LINK, GUARDIAN_VIEW, OWN_CONSENTS } from './guardian.operations.js';
import { OwnConsents } from './OwnConsents.js';
import { ReadAloud } from '../../ui/read-aloud/ReadAloud.js';
import styles from './guardian.module.css';

/** What a family has agreed to, in plain words; to be read, heard and taken back at any moment, without an account. */
export default function GuardianPage() {
  const { t } = useLingui();
  const format = useFormat();
  const [words, setWords] = useState<HTMLElement | null>(null);
  const [{ data, error }, load] = useQuery({ query: GUARDIAN_VIEW });
  const { language } = useLedgerWords();
  const [own] = useQuery({ query: OWN_CONSENTS, variables: { language } });
  const nothing = data?.guardianView?.consents.length === 0 && own.data?.ownConsents?.lines.length === 0;
  const reload = (): void => load({ requestPolicy: 'network-only' });
  if (error && !data && failureOf(error).kind !== 'SIGNED_OUT') return <ErrorState page error={error} retry={reload} />;
  if (!data && !error) return <LoadingState />;
  const view = data?.guardianView;
  if (!view) return <LinkOver />;
  const { childName, agencyName, contactPhone } = view;
  return (
    <Page
      title={t`${childName}的陪伴和您的同意`}
      width="narrow"
      lead={<Trans>这一页只给您看。您可以随时改变主意，不会影响孩子得到的其他帮助。</Trans>}
      actions={<ReadAloud words={words} />}
    >
      <div ref={setWords} className={styles['consents']}>
        {nothing ? (
          <EmptyState drawing={<OpenWindow />} title={<Trans>现在没有需要您同意的事</Trans>}>
            <p>
              <Trans>有人想陪伴孩子时，社会工作者会先来问您。</Trans>
            </p>
          </EmptyState>
        ) : (
          view.consents.map((consent) => (
            <ConsentCard key={consent.id} consent={consent} childName={childName} reload={reload} />
          ))
        )}
        <FamilyAgreementCards />
        <HelperQuestion />
        <OwnConsents />
        <section className={styles['ask']}>
          <h2>
            <Trans>一起参加活动</Trans>
          </h2>
          <p>
            <Link to="/guardian/activities">
              <Trans>看看孩子可以参加的活动</Trans>
            </Link>
          </p>
        </section>
        <section className={styles['ask']}>
          <h2>
            <Trans>想问问人？</Trans>
          </h2>
          <CallThem agencyName={agencyName} contactPhone={contactPhone} />
          <p>
            <Link to="/guardian/my-data">
              <Trans>查看、更正或者删除孩子的信息</Trans>
            </Link>
          </p>
          <p className={styles['quiet']}>
            <Trans>这一页可以看到 {format.instant(view.expiresAt)}。请不要转给别人。</Trans>
          </p>
        </section>
      </div>
    </Page>
  );
}

/** The link ran out, or was taken back: whoever holds it is told whom to call. */
function LinkOver() {
  const { t } = useLingui();
  const [{ data }] = useQuery({ query: ENDED_LINK, requestPolicy: 'network-only' });
  const whom = data?.endedLink;
  return (
    <Page title={t`这个链接已经不能用了`} width="narrow">
      <EmptyState drawing={<OpenWindow />} title={<Trans>请要一个新的链接</Trans>}>
        <p>
          <Trans>
            为了保护您和孩子，私人链接过一段时间就会失效，也可能已经被收回。打电话给您的社会工作者，马上就能有新的。
          </Trans>
        </p>
        {whom ? <CallThem agencyName={whom.agencyName} contactPhone={whom.contactPhone} /> : null}
        <p>
          <Trans>
            有社会工作者念给您的代码？<Link to="/code">在这里输入</Link>
          </Trans>
        </p>
        <p>
          <Trans>想撤回同意，也可以直接告诉社会工作者，不需要链接。</Trans>
        </p>
      </EmptyState>
    </Page>
  );
}

interface CallThemProps {
  readonly agencyName: string;
  readonly contactPhone?: string | null | undefined;
}

function CallThem({ agencyName, contactPhone }: CallThemProps) {
  return (
    <p>
      {contactPhone ? (
        <Trans>
          打给{agencyName}：<a href={`tel:${contactPhone}`}>{contactPhone}</a>
        </Trans>
      ) : (
        <Trans>请联系{agencyName}的社会工作者。</Trans>
      )}
    </p>
  );
}
