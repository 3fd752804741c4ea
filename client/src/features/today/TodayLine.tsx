import type { MessageDescriptor } from '@lingui/core';
import { msg, plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { IconChevronRight } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useFormat } from '../../ui/format/use-format.js';
import styles from './today.module.css';
import type { TodayCount, TodayItem } from './today-items.js';

interface Words {
  /** Follows the number, which stands large before it. */
  readonly what: (count: number) => MessageDescriptor;
  /** Told of the day since which it waits, where that matters. */
  readonly next: MessageDescriptor | ((since: string | undefined) => MessageDescriptor);
}

const WORDS: Readonly<Record<TodayCount, Words>> = {
  concernsOpen: {
    what: (count) => msg`${plural(count, { other: '件安全关切' })}`,
    next: msg`先看这里，按期限报告主管部门`,
  },
  childrenToTell: {
    what: (count) => msg`${plural(count, { other: '个孩子等我们去说明' })}`,
    next: msg`陪伴者不能来了，请当面告诉孩子，再记下来`,
  },
  contactsOverdue: {
    what: (count) => msg`${plural(count, { other: '段陪伴过了约好的联系日子' })}`,
    next: msg`打个电话，问问志愿者和孩子`,
  },
  credentialsDueSoon: {
    what: (count) => msg`${plural(count, { other: '份同事的证书快到期' })}`,
    next: msg`提前续上，评估和服务就不会断`,
  },
  companionshipsReadyToStart: {
    what: (count) => msg`${plural(count, { other: '段陪伴可以开始了' })}`,
    next: msg`写好计划，定下第一天`,
  },
  companionshipsAwaitingFamily: {
    what: (count) => msg`${plural(count, { other: '个家庭在等我们去谈' })}`,
    next: msg`志愿者已经答应，请记下家庭的同意`,
  },
  proposalsToDecide: {
    what: (count) => msg`${plural(count, { other: '条搭配建议等您决定' })}`,
    next: msg`看看理由，接受或者另选`,
  },
  rightsWaiting: {
    what: (count) => msg`${plural(count, { other: '个人在等关于自己信息的答复' })}`,
    next: msg`按期答复，不同意的写明理由`,
  },
  teamsWaiting: {
    what: (count) => msg`${plural(count, { other: '个团队等我们答复' })}`,
    next: msg`看看名额和条件，确认或者谢绝`,
  },
  fileRequestsToDecide: {
    what: (count) => msg`${plural(count, { other: '位同事想看收着的档案，等您决定' })}`,
    next: msg`看看理由，同意或者不同意`,
  },
  applicationsWaiting: {
    what: (count) => msg`${plural(count, { other: '位报名的人在等回音' })}`,
    next: msg`看看报名表，约个时间聊一聊`,
  },
  packsToSend: {
    what: (count) => msg`${plural(count, { other: '个团队在等活动的说明' })}`,
    next: msg`十个工作日以内写好发出`,
  },
  batchesToConfirm: {
    what: (count) => msg`${plural(count, { other: '份导入的名单等第二个人确认' })}`,
    next: msg`确认以后，其中的培训和查询记录才算数`,
  },
  batchesInProgress: {
    what: (count) => msg`${plural(count, { other: '份名单还没有导完' })}`,
    next: msg`看看有问题的行，再导入`,
  },
  companionshipsPaused: {
    what: (count) => msg`${plural(count, { other: '段陪伴暂停着' })}`,
    next: msg`问问双方，决定继续还是好好结束`,
  },
  companionshipsUncovered: {
    what: (count) => msg`${plural(count, { other: '段陪伴的志愿者不在，没有人代' })}`,
    next: (since) => (since ? msg`最早的从 ${since} 起；找一位志愿者代为陪伴` : msg`找一位志愿者代为陪伴`),
  },
  checksDueSoon: {
    what: (count) => msg`${plural(count, { other: '名志愿者的手续快到期' })}`,
    next: msg`现在还可以服务，提前续上就不会断`,
  },
  checkPapersHere: {
    what: (count) => msg`${plural(count, { other: '份查询的证明还没有还给本人' })}`,
    next: msg`还给本人，再勾上；不留复印件，也不拍照`,
  },
  colleagueChecksDue: {
    what: (count) => msg`${plural(count, { other: '位同事的记录查询要办' })}`,
    next: msg`没有的、到期的和快到期的，请他们去查一次`,
  },
  companionshipsAwaitingVolunteer: {
    what: (count) => msg`${plural(count, { other: '位志愿者还没有回答' })}`,
    next: msg`可以打个电话问一问`,
  },
};

/** One thing that waits: how many, what, and the next step; the whole line leads to its list. */
export function TodayLine({
  item,
  value,
  since,
}: {
  readonly item: TodayItem;
  readonly value: number;
  readonly since: string | null;
}) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { what, next } = WORDS[item.count];
  return (
    <li>
      <Link to={item.to} className={styles['line']} data-urgent={item.urgent}>
        <span className={styles['count']}>{value}</span>
        <span className={styles['what']}>
          <strong>{i18n._(what(value))}</strong>
          <small>{i18n._(typeof next === 'function' ? next(since ? format.day(since) : undefined) : next)}</small>
        </span>
        <IconChevronRight size={20} stroke={1.75} aria-hidden />
      </Link>
    </li>
  );
}
