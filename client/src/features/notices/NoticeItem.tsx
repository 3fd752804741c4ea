import { Trans } from '@lingui/react/macro';
import { Link } from 'react-router';
import { Button } from '../../ui/button/Button.js';
import { graphql, readFragment, type FragmentType } from '../../gql/index.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { sentenceLang } from '../../ui/format/text-lang.js';
import { useFormat } from '../../ui/format/use-format.js';
import styles from './notices.module.css';

export const NOTICE_ITEM = graphql(`
  fragment NoticeItem_notice on Notice {
    id
    at
    title
    body
    path
    read
  }
`);

export interface NoticeItemProps {
  readonly notice: FragmentType<typeof NOTICE_ITEM>;
  readonly markRead: (id: string) => void;
}

export function NoticeItem({ notice: masked, markRead }: NoticeItemProps) {
  const notice = readFragment(NOTICE_ITEM, masked);
  const format = useFormat();
  return (
    <li className={styles['notice']} data-read={notice.read}>
      <div className={styles['head']}>
        <h2 lang={sentenceLang(notice.title)}>{notice.title}</h2>
        {notice.read ? (
          <StateBadge tone="quiet">
            <Trans>已读</Trans>
          </StateBadge>
        ) : (
          <StateBadge tone="waiting">
            <Trans>未读</Trans>
          </StateBadge>
        )}
      </div>
      <time dateTime={notice.at}>{format.instant(notice.at)}</time>
      <p lang={sentenceLang(notice.body)}>{notice.body}</p>
      <div className={styles['actions']}>
        {notice.path ? (
          <Link to={notice.path} onClick={() => (notice.read ? undefined : markRead(notice.id))}>
            <Trans>打开相关页面</Trans>
          </Link>
        ) : null}
        {notice.read ? null : (
          <Button variant="subtle" onClick={() => markRead(notice.id)}>
            <Trans>标为已读</Trans>
          </Button>
        )}
      </div>
    </li>
  );
}
