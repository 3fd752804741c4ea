import { Trans, useLingui } from '@lingui/react/macro';
import { ROLE_WORDS } from '../../app/session/roles.js';
import { useMay, useViewer } from '../../app/session/session-context.js';
import { StateBadge, type Tone } from '../../ui/badge/StateBadge.js';
import { Card } from '../../ui/page/Page.js';
import { EndRoleForm } from './EndRoleForm.js';
import { PostPeriod, PostPlace } from './PostPeriod.js';
import { timeOf, TIMES, type Member, type Post, type Time } from './staff-view.js';
import { TIME_WORDS } from './staff-words.js';
import styles from './staff.module.css';

const TONES: Readonly<Record<Time, Tone>> = { NOW: 'good', LATER: 'soon', BEFORE: 'quiet' };

interface PostListProps {
  readonly member: Member;
  readonly members: readonly Member[];
  readonly reload: () => void;
}

/** Every role that somebody has, will have and had; none is ever changed, each has its days. */
export function PostList({ member, members, reload }: PostListProps) {
  const { agency } = useViewer();
  const posts = TIMES.flatMap((time) => member.posts.filter((post) => timeOf(post, agency.today) === time));
  if (posts.length === 0) return null;
  return (
    <ul className={styles['posts']}>
      {posts.map((post) => (
        <li key={post.id}>
          <Card>
            <PostCard post={post} member={member} members={members} reload={reload} />
          </Card>
        </li>
      ))}
    </ul>
  );
}

function PostCard({ post, ...rest }: PostListProps & { readonly post: Post }) {
  const { i18n } = useLingui();
  const may = useMay();
  const { agency } = useViewer();
  const time = timeOf(post, agency.today);
  return (
    <div className={styles['stack']}>
      <p className={styles['line']}>
        <strong>{i18n._(ROLE_WORDS[post.role])}</strong> · <PostPlace office={post.office} />{' '}
        <StateBadge tone={TONES[time]}>{i18n._(TIME_WORDS[time])}</StateBadge>
        <br />
        <span className={styles['quiet']}>
          <PostPeriod {...post} />
        </span>
      </p>
      {time !== 'BEFORE' && may('staff.change') ? (
        <details className={styles['fold']} data-print="no">
          <summary>{time === 'NOW' ? <Trans>结束这项职责</Trans> : <Trans>取消这项职责</Trans>}</summary>
          <EndRoleForm post={post} {...rest} />
        </details>
      ) : null}
    </div>
  );
}
