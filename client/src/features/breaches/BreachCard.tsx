import { Trans, useLingui } from '@lingui/react/macro';
import { IconDownload } from '@tabler/icons-react';
import { stepStanding } from '@tongxing/shared/rules';
import { useState } from 'react';
import { useMay } from '../../app/session/session-context.js';
import { StateBadge, type Tone } from '../../ui/badge/StateBadge.js';
import { useFormat } from '../../ui/format/use-format.js';
import { CATEGORY_WORDS, GROUP_WORDS, HOW_WORDS, KIND_WORDS, STEP_WORDS } from './breach-words.js';
import styles from './breaches.module.css';
import { StepForm } from './StepForm.js';
import type { Breach } from './breach.js';

const TONES: Readonly<Record<ReturnType<typeof stepStanding>, Tone>> = {
  DONE: 'good',
  DONE_LATE: 'soon',
  WAITING: 'waiting',
  LATE: 'refused',
};

/** One breach with its steps; the next one that is not done can be done here. */
export function BreachCard({ breach, reload }: { readonly breach: Breach; readonly reload: () => void }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const may = useMay();
  // As of when the page was opened.
  const [now] = useState(() => new Date().toISOString());
  const { id, number, drill, kinds, categories, affected, noticedAt, happened, steps } = breach;
  const next = steps.find(({ doneAt }) => !doneAt);
  const standings = {
    DONE: <Trans>按时完成</Trans>,
    DONE_LATE: <Trans>完成了，晚于时限</Trans>,
    WAITING: <Trans>待办</Trans>,
    LATE: <Trans>已过时限</Trans>,
  };
  const what = format.list(kinds.map((kind) => i18n._(KIND_WORDS[kind])));
  const which = format.list(categories.map((one) => i18n._(CATEGORY_WORDS[one])));
  const whose = format.list(affected.map(({ group, count }) => `${i18n._(GROUP_WORDS[group])} ${count}`));
  const language = i18n.locale === 'en' ? 'en' : 'zh';
  return (
    <li className={styles['item']}>
      <div className={styles['head']}>
        <h2>
          {number} · {what}
        </h2>
        {drill ? (
          <StateBadge tone="quiet">
            <Trans>演练</Trans>
          </StateBadge>
        ) : null}
      </div>
      <p className={styles['quiet']}>
        <Trans>{format.instant(noticedAt)} 发现</Trans> · {which}
        {whose ? ` · ${whose}` : null}
      </p>
      <p className={styles['said']}>{happened}</p>
      <ol className={styles['steps']}>
        {steps.map(({ step, deadline, doneAt }) => {
          const standing = stepStanding(deadline, doneAt ?? undefined, now);
          return (
            <li key={step}>
              <StateBadge tone={TONES[standing]}>{standings[standing]}</StateBadge>
              <span>
                {i18n._(STEP_WORDS[step])}
                <small>
                  {doneAt ? (
                    <Trans>{format.instant(doneAt)} 完成</Trans>
                  ) : (
                    <Trans>最晚 {format.instant(deadline)}</Trans>
                  )}
                </small>
              </span>
            </li>
          );
        })}
      </ol>
      {breach.authorityReference ? (
        <p>
          <Trans>主管部门回执：{breach.authorityReference}</Trans>
        </p>
      ) : null}
      {breach.affectedToldHow ? <p>{i18n._(HOW_WORDS[breach.affectedToldHow])}</p> : null}
      {next && may('breach.manage') ? (
        <StepForm key={breach.version} breach={breach} step={next.step} reload={reload} />
      ) : null}
      <p>
        <a
          className={styles['file']}
          href={`/files/breaches/${encodeURIComponent(id)}/report.pdf?lang=${language}`}
          download
        >
          <IconDownload size={18} stroke={1.75} aria-hidden />
          <Trans>下载报告表（PDF）</Trans>
        </a>
      </p>
    </li>
  );
}
