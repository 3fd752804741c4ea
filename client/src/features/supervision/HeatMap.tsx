import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { LocalDate } from '@tongxing/shared/kernel';
import { useState } from 'react';
import { Link } from 'react-router';
import { Button } from '../../ui/button/Button.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Section } from '../../ui/page/Page.js';
import { heatRow, inOrderOfNeed, weekEnds, type BoardVolunteer, type HeatCell } from './board-view.js';
import styles from './board.module.css';

export interface HeatMapProps {
  readonly volunteers: readonly BoardVolunteer[];
  readonly today: string;
  /** After so many days without a talk a week is late; the agency's own number. */
  readonly intervalDays: number;
}
const WEEKS = 12;
const FIRST = 20;

/** Weeks by volunteers: how long each had not been seen. Every cell says it in a word or a number, colour only helps. */
export function HeatMap({ volunteers, today, intervalDays }: HeatMapProps) {
  const { t } = useLingui();
  const format = useFormat();
  const [everybody, setEverybody] = useState(false);
  // The newest first: a phone shows no more than the last weeks at once.
  const ends = weekEnds(today as LocalDate, WEEKS).reverse();
  const shown = inOrderOfNeed(volunteers).slice(0, everybody ? undefined : FIRST);
  if (volunteers.length === 0) return null;
  return (
    <Section
      title={<Trans>这十二周，谁被看见过</Trans>}
      lead={
        <Trans>
          “谈过”是那一周谈过；数字是到那一周已经几周没有谈。超过 {intervalDays} 天写成“晚”，等得最久的在最上面。
        </Trans>
      }
    >
      <div className={styles['heatFrame']} role="region" aria-label={t`每周会谈表`}>
        <table className={styles['heat']}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>志愿者</Trans>
              </th>
              {ends.map((endsOn) => (
                <th key={endsOn} scope="col">
                  <span className="tx-hidden">
                    <Trans>到 {format.day(endsOn)} 的一周</Trans>
                  </span>
                  <span aria-hidden>{`${String(Number(endsOn.slice(5, 7)))}/${String(Number(endsOn.slice(8)))}`}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((volunteer) => (
              <tr key={volunteer.volunteerId}>
                <th scope="row">
                  <Link to={`/agency/volunteers/${encodeURIComponent(volunteer.volunteerId)}`}>{volunteer.name}</Link>
                </th>
                {heatRow(volunteer, ends, intervalDays).cells.map((cell) => (
                  <td key={cell.endsOn} data-heat={cell.heat}>
                    <Cell cell={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {volunteers.length > FIRST ? (
        <div>
          <Button variant="default" onClick={() => setEverybody((now) => !now)} aria-expanded={everybody}>
            {everybody ? <Trans>只看等得最久的</Trans> : <Plural value={volunteers.length} other="看全部 # 人" />}
          </Button>
        </div>
      ) : null}
    </Section>
  );
}

function Cell({ cell: { heat, weeks } }: { readonly cell: HeatCell }) {
  switch (heat) {
    case 'SEEN':
      return <Trans>谈过</Trans>;
    case 'LATE':
      return <Trans>晚 {weeks}</Trans>;
    case 'NEAR':
      return <>{weeks}</>;
    case 'NOT_YET':
      return (
        <>
          <span aria-hidden>–</span>
          <span className="tx-hidden">
            <Trans>那时还没有由这位督导带</Trans>
          </span>
        </>
      );
  }
}
