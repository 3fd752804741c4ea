import { useLingui } from '@lingui/react/macro';
import { Page } from '../../ui/page/Page.js';

export function HomePage() {
  const { t } = useLingui();
  return (
    <Page title={t`同行`}>
      <p />
    </Page>
  );
}
