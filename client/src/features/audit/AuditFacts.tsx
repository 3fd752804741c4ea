import { Trans, useLingui } from '@lingui/react/macro';
import { ROLE_WORDS, rolesThatMay } from '../../app/session/roles.js';
import { PERMISSIONS } from '@tongxing/shared/permissions';
import { useFormat } from '../../ui/format/use-format.js';
import { lookUp } from '../../ui/words/look-up.js';
import { STATE_WORDS } from '../companionship/index.js';
import { settingValueWords, settingWords } from '../settings/index.js';
import { factsOf, isCode, type AuditFact } from './audit-view.js';
import { factWords } from './fact-words.js';
import styles from './audit.module.css';

/** The facts in words; the record as it was written stays one press away for whoever audits. */
export function AuditFacts({ json }: { readonly json: string }) {
  const facts = factsOf(json);
  const setting = facts.find(({ name }) => name === 'key')?.value;
  if (facts.length === 0) return <Trans>没有更多细节</Trans>;
  return (
    <div className={styles['facts']}>
      <SettingName name={setting} />
      {facts.map((fact) => (
        <FactWords key={fact.name} fact={fact} setting={setting} />
      ))}
      <details>
        <summary>
          <Trans>原始记录</Trans>
        </summary>
        <code>{json}</code>
      </details>
    </div>
  );
}

function SettingName({ name }: { readonly name: string | undefined }) {
  const { i18n } = useLingui();
  const words = name === undefined ? undefined : settingWords(name);
  return words ? <strong>{i18n._(words.name)}</strong> : null;
}

function FactWords({ fact, setting }: { readonly fact: AuditFact; readonly setting: string | undefined }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { name, value } = fact;
  if (name === 'permission') {
    const permission = PERMISSIONS.find((known) => known === value);
    if (!permission) return null;
    const who = format.list(rolesThatMay(permission).map((role) => i18n._(ROLE_WORDS[role])));
    return (
      <span>
        <Trans>只有{who}可以</Trans>
      </span>
    );
  }
  const words = factWords(name);
  if (!words) return null;
  const state = lookUp(STATE_WORDS, value);
  if (isCode(value) && !state) return null;
  const known = state?.word ?? (setting === undefined ? undefined : settingValueWords(setting, value));
  const day = /^\d{4}-\d{2}-\d{2}$/.test(value) ? format.day(value) : value;
  return (
    <span>
      {i18n._(words)} {known ? i18n._(known) : day}
    </span>
  );
}
