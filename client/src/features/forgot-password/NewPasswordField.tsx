import { useLingui } from '@lingui/react/macro';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { PASSWORD_MIN } from '../../app/session/password.js';
import { PasswordInput } from '../../ui/fields/fields.js';

/** One field is enough: it can be looked at, and a wrong one is soon set anew. */
export function NewPasswordField({
  registered,
  wrong,
}: {
  readonly registered: UseFormRegisterReturn;
  readonly wrong: boolean;
}) {
  const { t } = useLingui();
  return (
    <PasswordInput
      label={t`新密码`}
      description={t`至少 ${PASSWORD_MIN} 个字符。一句您记得住的话就很好。`}
      size="md"
      autoComplete="new-password"
      error={wrong ? t`请用至少 ${PASSWORD_MIN} 个字符。` : undefined}
      {...registered}
    />
  );
}
