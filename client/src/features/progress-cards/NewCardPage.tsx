import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { Page } from '../../ui/page/Page.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { NotFoundState } from '../../ui/states/NotFoundState.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { CardForm } from './CardForm.js';
import { NEW_CARD_CHILD } from './progress-cards.operations.js';

/** A new card about one child. */
export default function NewCardPage() {
  const { t } = useLingui();
  const { id = '' } = useParams();
  const go = useNavigate();
  const toast = useToast();
  const [{ data, error }, load] = useQuery({ query: NEW_CARD_CHILD, variables: { id } });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  if (error && !data) return <ErrorState page error={error} retry={reload} />;
  if (!data) return <LoadingState lines={6} />;
  const { child } = data;
  if (!child) return <NotFoundState home="/agency/children" />;
  const { name } = child;
  const saved = (progressCardId: string, submitted: boolean): void => {
    toast({ message: submitted ? t`送到了，等另一位同事看。` : t`草稿存好了。` });
    void go(`/agency/cards/${encodeURIComponent(progressCardId)}`, { replace: true });
  };
  return (
    <Page
      title={t`写一张成长卡片`}
      width="narrow"
      lead={<Trans>写给正在资助{name}的人。发出以前，还有一位同事会看；对方只读到卡片上的话。</Trans>}
    >
      <CardForm childId={child.id} saved={saved} reload={reload} />
    </Page>
  );
}
