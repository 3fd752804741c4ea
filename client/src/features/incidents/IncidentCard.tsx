import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutation } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import type { IncidentsQuery } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button } from '../../ui/button/Button.js';
import { Textarea, TextInput } from '../../ui/fields/fields.js';
import { newRequestId } from '../../ui/form/request-id.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card } from '../../ui/page/Page.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { KIND, SCENARIO } from './incident-words.js';
import { END_INCIDENT, NOTE_INCIDENT } from './incidents.operations.js';
import styles from './incidents.module.css';

type Incident = IncidentsQuery['incidents'][number];
interface IncidentCardProps {
  readonly incident: Incident;
  readonly reload: () => void;
}

export function IncidentCard({ incident, reload }: IncidentCardProps) {
  const { i18n } = useLingui();
  const may = useMay();
  const format = useFormat();
  const { kind, scenario, startedAt, startedByName, words, lessons, moments } = incident;
  const minutes = incident.minutes ?? null;
  return (
    <Card tone={minutes === null ? 'waiting' : undefined}>
      <div className={styles['head']}>
        <h2>
          {i18n._(KIND[kind])}：{i18n._(SCENARIO[scenario])}
        </h2>
        <StateBadge tone={minutes === null ? 'waiting' : 'quiet'}>
          {minutes === null ? <Trans>正在进行</Trans> : <Plural value={minutes} other="用了 # 分钟" />}
        </StateBadge>
      </div>
      <p>{words}</p>
      <p className={styles['quiet']}>
        {startedByName} · {format.instant(startedAt)}
      </p>
      {moments.length > 0 ? (
        <ol className={styles['moments']}>
          {moments.map(({ at, minute, byName, words: done }) => (
            <li key={`${at}${done}`}>
              <strong>
                <Plural value={minute} other="第 # 分钟" />
              </strong>{' '}
              {done} <span className={styles['quiet']}>{byName}</span>
            </li>
          ))}
        </ol>
      ) : null}
      {lessons ? (
        <p>
          <Trans>学到的：{lessons}</Trans>
        </p>
      ) : null}
      {minutes === null && may('incident.record') ? <Running incident={incident} reload={reload} /> : null}
    </Card>
  );
}

function Running({ incident, reload }: IncidentCardProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [noting, note] = useMutation(NOTE_INCIDENT);
  const [ending, end] = useMutation(END_INCIDENT);
  const [words, setWords] = useState('');
  const [lessons, setLessons] = useState('');
  const [requestId, setRequestId] = useState(newRequestId);
  const failed = (): void => toast({ tone: 'danger', message: t`没有记下，请写几个字再试一次。` });
  const write = async (): Promise<void> => {
    const { data } = await note({ input: { incidentId: incident.id, words, requestId } });
    if (data?.noteIncident.__typename !== 'Incident') return failed();
    setWords('');
    setRequestId(newRequestId());
    reload();
  };
  const finish = async (): Promise<void> => {
    const { data } = await end({ input: { incidentId: incident.id, lessons } });
    if (data?.endIncident.__typename !== 'Incident') return failed();
    toast({ message: t`结束了，时间已经记下。` });
    reload();
  };
  return (
    <div className={styles['running']}>
      <TextInput label={t`刚刚做了什么`} value={words} onChange={(event) => setWords(event.target.value)} />
      <div>
        <Button loading={noting.fetching} onClick={() => void write()}>
          <Trans>记一笔</Trans>
        </Button>
      </div>
      <details>
        <summary>
          <Trans>结束</Trans>
        </summary>
        <div className={styles['running']}>
          <Textarea
            label={t`学到了什么，下次怎样更快`}
            rows={3}
            value={lessons}
            onChange={(event) => setLessons(event.target.value)}
          />
          <div>
            <Button loading={ending.fetching} onClick={() => void finish()}>
              <Trans>结束，停下计时</Trans>
            </Button>
          </div>
        </div>
      </details>
    </div>
  );
}
