import { Trans } from '@lingui/react/macro';
import { Link } from 'react-router';
import styles from './board.module.css';
import { PairReasons } from './Consequences.js';
import type { Proposal } from './proposal.js';

/** Who is ready, and which rule keeps them from this child: the fewest rules first, since a word may change one. */
export function RuledOut({ proposal: { ruledOut } }: { readonly proposal: Proposal }) {
  if (ruledOut.length === 0) return null;
  return (
    <div className={styles['part']}>
      <h3>
        <Trans>谁这次没有考虑，为什么</Trans>
      </h3>
      <ul className={styles['alternatives']}>
        {ruledOut.map(({ volunteer, reasons }) => (
          <li key={volunteer.id}>
            <details>
              <summary>{volunteer.name}</summary>
              <PairReasons reasons={reasons} />
              <Link to={`/agency/volunteers/${encodeURIComponent(volunteer.id)}`}>
                <Trans>看这位志愿者的资料</Trans>
              </Link>
            </details>
          </li>
        ))}
      </ul>
    </div>
  );
}
