import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconQrcode } from '@tabler/icons-react';
import { useCallback } from 'react';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import { readFragment } from '../../gql/index.js';
import type { Day_PartsFragment } from '../../gql/graphql.js';
import { LinkButton } from '../../ui/button/Button.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Page, Section } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { NotFoundState } from '../../ui/states/NotFoundState.js';
import { ChildrenPart } from './ChildrenPart.js';
import { DAY, DAY_PARTS } from './day.operations.js';
import { DaySteps } from './DaySteps.js';
import { Guest } from './Guest.js';
import { LookedBack } from './LookedBack.js';
import { useDayList } from './use-day-list.js';
import { WalkIn } from './WalkIn.js';
import styles from './day.module.css';

export type Day = Day_PartsFragment;

/** The worker's list on the day: what is next, who is here, who is not, who came besides. */
export default function DayPage() {
  const { id = '' } = useParams();
  const [{ data, error }, load] = useQuery({ query: DAY, variables: { id }, requestPolicy: 'cache-and-network' });
  const reload = useCallback((): void => load({ requestPolicy: 'network-only' }), [load]);
  const day = data && readFragment(DAY_PARTS, data.activityDay);
  if (error && !day) return <ErrorState error={error} retry={reload} />;
  if (!data) return <LoadingState lines={8} />;
  if (!day) return <NotFoundState home="/agency/activities" />;
  return <Loaded day={day} reload={reload} />;
}

function Loaded({ day, reload }: { readonly day: Day; readonly reload: () => void }) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const may = useMay();
  const { put, waiting, refused } = useDayList(day.activityId, reload);
  const running = day.state === 'RUNNING';
  const inside = day.guests.filter(
    ({ checkIn }) => checkIn && checkIn.arrival !== 'REFUSED' && checkIn.outMinute == null,
  );
  const theme = i18n.locale === 'en' && day.themeEn ? day.themeEn : day.theme;
  const path = `/agency/activities/${encodeURIComponent(day.activityId)}`;
  return (
    <Page
      title={t`${theme}：当天`}
      lead={
        <>
          {format.dayOfWeek(day.onDate)} {format.minute(day.startMinute)}–{format.minute(day.endMinute)} ·{' '}
          {day.venueName}
          {' · '}
          <Link to={path}>
            <Trans>看计划</Trans>
          </Link>
        </>
      }
      actions={
        running ? (
          <LinkButton to={`${path}/door`} leftSection={<IconQrcode size={18} stroke={1.75} aria-hidden />}>
            <Trans>门口的签到码</Trans>
          </LinkButton>
        ) : null
      }
    >
      <DaySteps day={day} reload={reload} />
      {waiting.length > 0 ? (
        <p role="status">
          <strong>
            <Plural value={waiting.length} other="# 行还在这台设备上，没有送到。" />
          </strong>{' '}
          <Trans>已经加密存好，这一页一有网络就自动送出。</Trans>
        </p>
      ) : null}
      {refused.length > 0 ? (
        <p role="alert">
          <Trans>
            没有网络时记下的人里，有人没有准备好：
            {format.list(day.guests.filter(({ personId }) => refused.includes(personId)).map(({ name }) => name))}
            。请把他们安排到不接触孩子的事上。
          </Trans>
        </p>
      ) : null}
      <Section
        title={<Trans>名单</Trans>}
        lead={
          <Trans>
            名单上 {day.guests.length} 人，现在在场 {inside.length} 人。
          </Trans>
        }
        aside={
          <Link to={`/concern?at=${encodeURIComponent(theme)}`}>
            <Trans>出了事，马上记下</Trans>
          </Link>
        }
      >
        {day.guests.length === 0 ? (
          <EmptyState title={<Trans>名单还是空的</Trans>}>
            <Trans>排好志愿者，或团队定下名单以后，人会出现在这里。</Trans>
          </EmptyState>
        ) : (
          <ul className={styles['list']}>
            {day.guests.map((guest) => (
              <Guest
                key={guest.personId}
                guest={guest}
                running={running}
                waiting={waiting.filter(({ personId }) => personId === guest.personId)}
                put={put}
                reload={reload}
              />
            ))}
          </ul>
        )}
      </Section>
      {may('activity.withChildren') ? <ChildrenPart day={day} reload={reload} /> : null}
      {running && may('volunteer.read') ? <WalkIn day={day} put={put} reload={reload} /> : null}
      {day.lookedBack && (day.state === 'EVALUATED' || day.state === 'CLOSED') ? (
        <LookedBack lookedBack={day.lookedBack} />
      ) : null}
      <WhoSees permission="activity.runDay" />
    </Page>
  );
}
