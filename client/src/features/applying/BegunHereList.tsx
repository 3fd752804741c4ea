import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { Button, LinkButton } from '../../ui/button/Button.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card } from '../../ui/page/Page.js';
import styles from './applying.module.css';
import { dropKept, keptDrafts, type KeptDraft } from './kept-drafts.js';

/** What was begun on this device and not sent: to go on with, or to clear from a phone that is shared. */
export function BegunHereList() {
  const { t } = useLingui();
  const format = useFormat();
  const [kept, setKept] = useState<readonly KeptDraft[]>([]);
  useEffect(() => {
    void keptDrafts(new Date()).then(setKept);
  }, []);
  // A code without a single word is nobody's application yet.
  const begun = kept.filter(({ draft }) => Object.keys(draft.answers).length > 0);
  const clear = (code: string): void =>
    void dropKept(code).then(() => setKept((all) => all.filter(({ draft }) => draft.code !== code)));
  return begun.map(({ draft: { code, answers }, keptAt }) => (
    <Card key={code} tone="waiting">
      <div className={styles['fields']}>
        <p>
          <strong>{answers.name?.trim() ? answers.name : <Trans>还没有写姓名的报名</Trans>}</strong>
          <br />
          <Trans>在这台设备上写到 {format.instant(keptAt)}，还没有送出。</Trans>
        </p>
        <div className={styles['actions']}>
          <LinkButton to={`/apply/${code}`}>
            <Trans>接着写</Trans>
          </LinkButton>
          <Button variant="subtle" aria-label={t`从这台设备上清掉这份报名`} onClick={() => clear(code)}>
            <Trans>从这台设备上清掉</Trans>
          </Button>
        </div>
      </div>
    </Card>
  ));
}
