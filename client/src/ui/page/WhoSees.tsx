import { Trans } from '@lingui/react/macro';
import { useLingui } from '@lingui/react';
import { IconEye } from '@tabler/icons-react';
import type { Permission } from '@tongxing/shared/permissions';
import { ROLE_WORDS, rolesThatMay } from '../../app/session/roles.js';
import { useFormat } from '../format/use-format.js';
import styles from './who-sees.module.css';

/** In one line, who may see this record: the roles that the permission matrix names. */
export function WhoSees({ permission }: { readonly permission: Permission }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const who = format.list(rolesThatMay(permission).map((role) => i18n._(ROLE_WORDS[role])));
  return (
    <p className={styles['who']}>
      <IconEye size={16} stroke={1.75} aria-hidden />
      <Trans>谁看得到这一页：本机构的{who}。</Trans>
    </p>
  );
}
