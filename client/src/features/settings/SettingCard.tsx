import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useMay } from '../../app/session/session-context.js';
import { RuleLine } from '../readiness/index.js';
import { isOwnChoice, type Setting } from './setting-view.js';
import { amountWords, type SettingWords } from './setting-words.js';
import { SettingForm } from './SettingForm.js';
import styles from './settings.module.css';

export interface SettingCardProps {
  readonly setting: Setting;
  readonly words: SettingWords;
  readonly reload: () => void;
}

/** One setting: what it means, what is in force, what the platform starts from, and by which rule. */
export function SettingCard({ setting, words, reload }: SettingCardProps) {
  const { i18n } = useLingui();
  const may = useMay();
  const [changing, setChanging] = useState(false);
  const name = i18n._(words.name);
  return (
    <article className={styles['card']}>
      <div className={styles['about']}>
        <h2>{name}</h2>
        <p>{i18n._(words.meaning)}</p>
        <RuleLine rule={setting.rule} />
      </div>
      <div className={styles['value']}>
        <strong>
          <ValueWords setting={setting} value={setting.value} />
        </strong>
        <Bounds setting={setting} />
        {may('setting.change') && !changing ? (
          <Button variant="default" onClick={() => setChanging(true)}>
            <Trans>修改</Trans>
            <span className="tx-hidden">{name}</span>
          </Button>
        ) : null}
      </div>
      {changing ? (
        <div className={styles['form']}>
          {/* the version is part of the key: a colleague's change starts the form anew */}
          <SettingForm
            key={setting.version}
            setting={setting}
            name={name}
            close={() => setChanging(false)}
            reload={reload}
          />
        </div>
      ) : null}
    </article>
  );
}

function Bounds({ setting }: { readonly setting: Setting }) {
  const { i18n } = useLingui();
  const { minimum, maximum, unit } = setting;
  const standard = <ValueWords setting={setting} value={setting.defaultValue} />;
  return (
    <small>
      {isOwnChoice(setting) ? (
        <Trans>机构自己定的；平台的起点是 {standard}。</Trans>
      ) : (
        <Trans>与平台的起点相同。</Trans>
      )}
      {minimum != null && maximum != null ? (
        <>
          {' '}
          <Trans>
            可以从 {i18n._(amountWords(unit, minimum))} 到 {i18n._(amountWords(unit, maximum))}。
          </Trans>
        </>
      ) : null}
    </small>
  );
}

function ValueWords({ setting, value }: { readonly setting: Setting; readonly value: string }) {
  const { t, i18n } = useLingui();
  if (setting.kind === 'BOOLEAN') return value === 'true' ? t`是` : t`否`;
  return i18n._(amountWords(setting.unit, Number(value)));
}
