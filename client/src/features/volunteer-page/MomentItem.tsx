import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useMay } from '../../app/session/session-context.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { useFormat } from '../../ui/format/use-format.js';
import { GiveBack } from '../checks/index.js';
import { FACT_WORDS, useVolunteerWords } from './fact-words.js';
import type { Moment } from './story-view.js';
import { TakeBackForm } from './TakeBackForm.js';
import styles from './volunteer-page.module.css';

export interface MomentItemProps {
  readonly moment: Moment;
  readonly reload: () => void;
}

/** One day of the story. */
export function MomentItem({ moment, reload }: MomentItemProps) {
  const format = useFormat();
  return (
    <li className={styles['moment']} data-quiet={moment.type === 'FACT' && !moment.fact.counts}>
      <time className={styles['quiet']} dateTime={moment.on}>
        {format.day(moment.on)}
      </time>
      <div>{moment.type === 'FACT' ? <FactMoment {...{ moment, reload }} /> : <Plain moment={moment} />}</div>
    </li>
  );
}

function Plain({ moment }: { readonly moment: Exclude<Moment, { readonly type: 'FACT' }> }) {
  const words = useVolunteerWords();
  switch (moment.type) {
    case 'SERVICE_BEGAN':
      return <Trans>成为志愿者</Trans>;
    case 'SERVICE_ENDED':
      return <Trans>志愿服务到这一天为止</Trans>;
    case 'STOPPED':
      return <Trans>全部工作暂停</Trans>;
    case 'RESUMED':
      return <Trans>工作恢复</Trans>;
    case 'KIND_BEGAN': {
      const kind = words.kind(moment.kind.kind);
      return <Trans>身份：{kind}</Trans>;
    }
    case 'KIND_ENDED': {
      const kind = words.kind(moment.kind.kind);
      return <Trans>“{kind}”这个身份到此为止</Trans>;
    }
    case 'PAIR_BEGAN':
    case 'PAIR_ENDED': {
      const { pseudonym } = moment.pair.child;
      return (
        <Link to={`/agency/companionships/${encodeURIComponent(moment.pair.id)}`}>
          {moment.type === 'PAIR_BEGAN' ? <Trans>开始陪伴{pseudonym}</Trans> : <Trans>与{pseudonym}的陪伴结束</Trans>}
        </Link>
      );
    }
  }
}

function FactMoment({ moment, reload }: MomentItemProps & { readonly moment: Extract<Moment, { type: 'FACT' }> }) {
  const { i18n } = useLingui();
  const may = useMay();
  const format = useFormat();
  const words = useVolunteerWords();
  const { fact, papers } = moment;
  const until = fact.validUntil ? format.day(fact.validUntil) : '';
  const isCheck = fact.kind === 'CHECK_CLEAR' || fact.kind === 'CHECK_HIT';
  return (
    <>
      <p className={styles['line']}>
        {i18n._(FACT_WORDS[fact.kind])} <Standing fact={fact} />
      </p>
      {fact.validUntil ? (
        <p className={styles['quiet']}>
          <Trans>证明写明到{until}为止</Trans>
        </p>
      ) : null}
      {fact.takenBack ? (
        <p className={styles['quiet']}>
          <Trans>原因：{words.reason(fact.takenBack)}</Trans>
        </p>
      ) : null}
      {fact.recordedBy ? (
        <p className={styles['quiet']}>
          <Trans>由{fact.recordedBy}记下</Trans>
        </p>
      ) : null}
      {fact.paperGivenBackAt ? (
        <p className={styles['quiet']}>
          {fact.paperGivenBackBy ? (
            <Trans>
              证明看过，{format.dayOf(fact.paperGivenBackAt)}由{fact.paperGivenBackBy}还给本人
            </Trans>
          ) : (
            <Trans>证明看过，{format.dayOf(fact.paperGivenBackAt)}还给了本人</Trans>
          )}
        </p>
      ) : null}
      {fact.paperHere && may('screening.record') ? <GiveBack recordCheckId={fact.id} reload={reload} /> : null}
      {papers.map((paper) => (
        <p key={paper.id} className={styles['line']}>
          <a href={paper.path} target="_blank" rel="noreferrer">
            <Trans>证明：{paper.name}</Trans>
          </a>
        </p>
      ))}
      {!fact.takenBack && may(isCheck ? 'screening.record' : 'volunteer.recordFacts') ? (
        <details className={styles['fold']} data-print="no">
          <summary>
            <Trans>这条记错了</Trans>
          </summary>
          <TakeBackForm factId={fact.id} reload={reload} />
        </details>
      ) : null}
    </>
  );
}

function Standing({ fact }: { readonly fact: Extract<Moment, { type: 'FACT' }>['fact'] }) {
  if (fact.takenBack) {
    return (
      <StateBadge tone="quiet">
        <Trans>记错了，不再算数</Trans>
      </StateBadge>
    );
  }
  if (fact.counts) return null;
  return (
    <StateBadge tone="waiting">
      <Trans>导入的，等第二个人确认</Trans>
    </StateBadge>
  );
}
