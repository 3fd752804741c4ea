import { Trans } from '@lingui/react/macro';
import { IconChevronRight, IconHeartHandshake } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import styles from './helping.module.css';
import { MY_HELPING } from './helping.operations.js';

/** The way to one's own helping, from the volunteer's first page; only for those who have one, and a word to nobody else. */
export function HelpingLink() {
  const [{ data }] = useQuery({ query: MY_HELPING });
  if (!data?.myHelping) return null;
  return (
    <Link to="/volunteer/helping" className={styles['way']}>
      <IconHeartHandshake size={24} stroke={1.75} aria-hidden />
      <span>
        <strong>
          <Trans>我帮助别人的路</Trans>
        </strong>
        <small>
          <Trans>走到了哪一步，想说的话，想停下也在这里。</Trans>
        </small>
      </span>
      <IconChevronRight size={20} stroke={1.75} aria-hidden />
    </Link>
  );
}
