import { Trans, useLingui } from '@lingui/react/macro';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { Button } from '../../ui/button/Button.js';
import { OpenWindow } from '../../ui/drawings/OpenWindow.js';
import { dataLang } from '../../ui/format/text-lang.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Page } from '../../ui/page/Page.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { SPONSORED_CHILDREN } from './donor.operations.js';
import { saveCard } from './save-card.js';
import type { SponsoredChild } from './SponsoredChildStory.js';
import styles from './donor.module.css';

/** Where a message leads: one card as long as it may be read. Of one that may not, this page knows nothing. */
export function DonorCardPage() {
  const { t } = useLingui();
  const { id } = useParams();
  const [{ data, error }, load] = useQuery({ query: SPONSORED_CHILDREN, requestPolicy: 'network-only' });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  const child = data?.sponsoredChildren.find(({ cards }) => cards.some((card) => card.id === id));
  const card = child?.cards.find((one) => one.id === id);
  return (
    <Page title={t`成长卡片`} width="narrow">
      {error && !data ? (
        <ErrorState error={error} retry={reload} />
      ) : !data ? (
        <LoadingState lines={4} />
      ) : child && card ? (
        <WholeCard child={child} card={card} reload={reload} />
      ) : (
        <EmptyState drawing={<OpenWindow />} title={<Trans>这里现在没有可以看的卡片</Trans>}>
          <p>
            <Trans>家庭随时可以决定不再分享，我们会马上照做。孩子仍然有人陪着。谢谢您的体谅。</Trans>
          </p>
        </EmptyState>
      )}
      <p>
        <Link to="/donor">
          <Trans>回到首页</Trans>
        </Link>
      </p>
    </Page>
  );
}

interface WholeCardProps {
  readonly child: SponsoredChild;
  readonly card: SponsoredChild['cards'][number];
  readonly reload: () => void;
}

function WholeCard({ child: { initial }, card: { id, title, text, releasedAt }, reload }: WholeCardProps) {
  const { i18n } = useLingui();
  const format = useFormat();
  const [saving, setSaving] = useState(false);
  const [failed, setFailed] = useState(false);
  const save = async (): Promise<void> => {
    setSaving(true);
    const saved = await saveCard(id, i18n.locale === 'en' ? 'en' : 'zh');
    setSaving(false);
    setFailed(saved === 'FAILED');
    // Taken back since this page was opened: what stands here goes, too.
    if (saved === 'GONE') reload();
  };
  return (
    <article className={styles['whole']}>
      <p className={styles['quiet']}>
        <Trans>“{initial}”的成长</Trans> · <time dateTime={releasedAt}>{format.dayOf(releasedAt)}</time>
      </p>
      <h2 lang={dataLang(title)}>{title}</h2>
      <p className={styles['words']} lang={dataLang(text)}>
        {text}
      </p>
      <Button
        variant="default"
        leftSection={<IconDownload size={18} stroke={1.75} aria-hidden />}
        loading={saving}
        onClick={() => void save()}
      >
        <Trans>存成 PDF</Trans>
      </Button>
      {failed ? (
        <p role="alert">
          <Trans>没有存成，请再试一次。</Trans>
        </p>
      ) : null}
      <p className={styles['quiet']}>
        <Trans>纸上会有一个编号，任何时候都可以用它核对卡片是否还有效。请不要转发。</Trans>
      </p>
    </article>
  );
}
