import { Trans, useLingui } from '@lingui/react/macro';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { settingProblem, type Setting } from './setting-view.js';
import { amountWords } from './setting-words.js';
import { CHANGE_SETTING } from './settings.operations.js';
import styles from './settings.module.css';

interface Typed {
  readonly value: string;
}

export interface SettingFormProps {
  readonly setting: Setting;
  readonly name: string;
  readonly close: () => void;
  readonly reload: () => void;
}

export function SettingForm({ setting, name, close, reload }: SettingFormProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [{ fetching }, change] = useMutation(CHANGE_SETTING);
  const [problem, setProblem] = useState<ReactNode>(null);
  const form = useKeptForm<Typed>({
    draft: `setting.${setting.key}.${setting.version}`,
    defaultValues: { value: setting.value },
  });
  const bounds = useBoundsWords(setting);
  const field = form.register('value', { validate: (typed) => !settingProblem(setting, typed) || bounds });
  const leave = (): void => {
    form.forget();
    close();
  };

  const submit = form.handleSubmit(async ({ value }) => {
    setProblem(null);
    const input = { key: setting.key, value: value.trim(), version: setting.version };
    const { data, error } = await change({ input });
    if (!data) {
      setProblem(<RequestFault error={error} />);
      return;
    }
    const result = data.changeSetting;
    switch (result.__typename) {
      case 'AgencySetting':
        toast({ message: t`${name}已经改好，写进了操作记录。` });
        leave();
        reload();
        return;
      case 'InvalidInput':
        form.setError('value', { message: bounds });
        return;
      case 'StaleVersion':
      case 'NotFound':
        setProblem(<CommonRefusal kind={result.__typename} reload={reload} />);
        return;
      default:
        assertUnreachable(result);
    }
  });

  const label = t`${name}：新的值`;
  return (
    <form className={styles['change']} noValidate onSubmit={(event) => void submit(event)}>
      {setting.kind === 'BOOLEAN' ? (
        <NativeSelect
          label={label}
          data={[
            { value: 'true', label: t`是` },
            { value: 'false', label: t`否` },
          ]}
          {...field}
        />
      ) : (
        <TextInput
          label={label}
          description={bounds}
          inputMode="numeric"
          error={form.formState.errors.value?.message}
          {...field}
        />
      )}
      <div className={styles['actions']}>
        <Button type="submit" loading={fetching}>
          <Trans>保存</Trans>
        </Button>
        <Button variant="default" onClick={leave}>
          <Trans>先不改</Trans>
        </Button>
      </div>
      {problem ? <div role="alert">{problem}</div> : null}
    </form>
  );
}

function useBoundsWords({ minimum, maximum, unit }: Setting): string {
  const { t, i18n } = useLingui();
  if (minimum == null || maximum == null) return t`请写一个整数。`;
  const least = i18n._(amountWords(unit, minimum));
  const most = i18n._(amountWords(unit, maximum));
  return t`请写一个整数，从 ${least} 到 ${most}。`;
}
