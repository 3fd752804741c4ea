import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState, type DragEvent } from 'react';
import { Link } from 'react-router';
import { useMay, useViewer } from '../../app/session/session-context.js';
import { StateBadge, type Tone } from '../../ui/badge/StateBadge.js';
import { Button } from '../../ui/button/Button.js';
import { useFormat } from '../../ui/format/use-format.js';
import {
  fullness,
  inOrderOfNeed,
  type BoardVolunteer,
  type Column,
  type Delegate,
  type Fullness,
} from './board-view.js';
import styles from './board.module.css';
import { MoveDialog } from './MoveDialog.js';
import { useMove } from './use-move.js';

export interface LoadColumnsProps {
  readonly columns: readonly Column[];
  readonly delegates: readonly Delegate[];
  readonly reload: () => void;
}
const FULL_TONE: Readonly<Record<Fullness, Tone>> = { ROOM: 'good', NEARLY: 'soon', FULL: 'waiting' };
const DRAGGED = 'text/plain';

/** A column for each supervisor; who is dragged onto another one belongs there. The same by a button and a list. */
export function LoadColumns({ columns, delegates, reload }: LoadColumnsProps) {
  const [asked, setAsked] = useState<BoardVolunteer>();
  const [over, setOver] = useState<string>();
  const moving = useMove(columns, reload);
  const all = columns.flatMap(({ volunteers }) => volunteers);

  const drop = (event: DragEvent, column: Column): void => {
    event.preventDefault();
    setOver(undefined);
    const volunteer = all.find(({ volunteerId }) => volunteerId === event.dataTransfer.getData(DRAGGED));
    if (volunteer && volunteer.supervisorId !== column.personId) void moving.move(volunteer, column);
  };
  const dropOn = (column: Column) =>
    column.personId === undefined
      ? {}
      : {
          onDragOver: (event: DragEvent) => {
            event.preventDefault();
            setOver(column.personId);
          },
          onDragLeave: () => setOver(undefined),
          onDrop: (event: DragEvent) => drop(event, column),
        };

  return (
    <>
      {moving.problem && !asked ? (
        <div role="alert" className={styles['problem']}>
          {moving.problem}
        </div>
      ) : null}
      <ul className={styles['columns']}>
        {columns.map((column) => (
          <li
            key={column.personId ?? ''}
            className={styles['column']}
            data-over={over !== undefined && over === column.personId}
            {...dropOn(column)}
          >
            <ColumnHead column={column} delegates={delegates} />
            <ul className={styles['volunteers']}>
              {inOrderOfNeed(column.volunteers).map((volunteer) => (
                <li
                  key={volunteer.volunteerId}
                  className={styles['volunteer']}
                  draggable
                  onDragStart={(event) => event.dataTransfer.setData(DRAGGED, volunteer.volunteerId)}
                >
                  <Volunteer
                    volunteer={volunteer}
                    ask={() => {
                      moving.forget();
                      setAsked(volunteer);
                    }}
                  />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <MoveDialog volunteer={asked} columns={columns} moving={moving} close={() => setAsked(undefined)} />
    </>
  );
}

function ColumnHead({ column, delegates }: { readonly column: Column; readonly delegates: readonly Delegate[] }) {
  const { t } = useLingui();
  const may = useMay();
  const { today } = useViewer().agency;
  const format = useFormat();
  const { personId, name, held, places } = column;
  if (personId === undefined) {
    return (
      <div className={styles['head']}>
        <h3>
          <Trans>还没有督导</Trans>
        </h3>
        <StateBadge tone="waiting">
          <Plural value={column.volunteers.length} other="# 人在等" />
        </StateBadge>
      </div>
    );
  }
  const full = fullness(column);
  const away = delegates.find(({ supervisorId, startsOn }) => supervisorId === personId && startsOn <= today);
  return (
    <div className={styles['head']}>
      <h3>{may('staff.change') ? <Link to={`/agency/staff/${encodeURIComponent(personId)}`}>{name}</Link> : name}</h3>
      <StateBadge tone={FULL_TONE[full]}>
        {full === 'FULL' ? <Trans>满了</Trans> : full === 'NEARLY' ? <Trans>快满了</Trans> : <Trans>还有位置</Trans>}
      </StateBadge>
      <meter
        className={styles['meter']}
        min={0}
        max={Math.max(places, 1)}
        value={held}
        aria-label={t`${name}照看的陪伴`}
      />
      <p className={styles['quiet']}>
        <Trans>
          照看 {held} 段陪伴，最多 {places} 段
        </Trans>
      </p>
      {away ? (
        <p className={styles['quiet']}>
          <Trans>
            {away.delegateName}代到 {format.day(away.endsOn)}
          </Trans>
        </p>
      ) : null}
    </div>
  );
}

function Volunteer({ volunteer, ask }: { readonly volunteer: BoardVolunteer; readonly ask: () => void }) {
  const { t } = useLingui();
  const { volunteerId, name, held, overdue } = volunteer;
  return (
    <>
      <div>
        <Link to={`/agency/volunteers/${encodeURIComponent(volunteerId)}`} draggable={false}>
          {name}
        </Link>
        <p className={styles['quiet']}>
          {held === 0 ? <Trans>还没有陪伴</Trans> : <Plural value={held} other="陪伴 # 个孩子" />}
        </p>
        {overdue.length > 0 ? (
          <StateBadge tone="waiting">
            <Trans>该谈了</Trans>
          </StateBadge>
        ) : null}
      </div>
      <Button variant="subtle" onClick={ask} aria-label={t`给${name}换督导`}>
        <Trans>换督导</Trans>
      </Button>
    </>
  );
}
