import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { Section } from '../../ui/page/Page.js';
import { Denominator, Definition, Finding } from './FigureWords.js';
import { behindAddress, oneDecimal, type Figure, type Part } from './figure-view.js';
import { usePartWords } from './use-part-words.js';
import styles from './figures.module.css';

export interface FigureSectionProps {
  readonly figure: Figure;
  /** The day that the address names; empty for today. */
  readonly on: string;
  readonly outside: boolean;
}

/** One figure: what it says, of how many, the table behind it, and how it is counted. */
export function FigureSection({ figure, on, outside }: FigureSectionProps) {
  return (
    <Section title={<Finding figure={figure} />}>
      <p className={styles['denominator']}>
        <Denominator figure={figure} />
        {figure.figure === 'HOUSEHOLD_SIZE' && figure.denominator && !outside ? (
          <Link to={behindAddress(figure.figure, 'ALL', on)}>
            <Trans>看这些家庭</Trans>
          </Link>
        ) : null}
      </p>
      {figure.parts.length > 0 && figure.denominator !== 0 ? (
        <PartsTable figure={figure} on={on} outside={outside} />
      ) : null}
      <p className={styles['definition']}>
        <Definition figure={figure} />
      </p>
    </Section>
  );
}

function PartsTable({ figure, on, outside }: FigureSectionProps) {
  const { t } = useLingui();
  const words = usePartWords();
  return (
    <table className={styles['table']}>
      <caption className="tx-hidden">
        <Finding figure={figure} />
      </caption>
      <thead className="tx-hidden">
        <tr>
          <th scope="col">{t`哪一类`}</th>
          <th scope="col">{t`图示`}</th>
          <th scope="col">{t`数目`}</th>
          <th scope="col">{t`占比`}</th>
        </tr>
      </thead>
      <tbody>
        {figure.parts.map((part) => (
          <tr key={part.part}>
            <th scope="row">{words(figure.figure, part.part)}</th>
            <td className={styles['drawn']} aria-hidden>
              <Bar share={part.share ?? 0} />
            </td>
            <td className={styles['number']}>
              <Count figure={figure} part={part} on={on} outside={outside} />
            </td>
            <td className={styles['number']}>{part.share == null ? '—' : `${oneDecimal(part.share)}%`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Count({ figure, part, on, outside }: FigureSectionProps & { readonly part: Part }) {
  const words = usePartWords();
  const { count } = part;
  if (count == null) return <Trans>不显示</Trans>;
  if (count === 0 || outside || figure.unit === 'ROLE') return count;
  const name = words(figure.figure, part.part);
  return (
    <Link to={behindAddress(figure.figure, part.part, on)}>
      {count}
      <span className="tx-hidden">
        <Trans>，看是哪些家庭：{name}</Trans>
      </span>
    </Link>
  );
}

/** As wide as the share; drawn, so that it prints. */
function Bar({ share }: { readonly share: number }) {
  return (
    <svg viewBox="0 0 100 8" preserveAspectRatio="none" className={styles['bar']} focusable="false">
      <rect width="100" height="8" className={styles['whole']} />
      <rect width={share} height="8" className={styles['share']} />
    </svg>
  );
}
