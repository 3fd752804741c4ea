import { useLingui } from '@lingui/react/macro';
import { TextInput } from '@mantine/core';

export interface ServiceDateFieldProps {
  readonly value: string;
  readonly change: (day: string) => void;
  readonly description?: string;
}

/** The day for which everything is judged; today unless somebody plans ahead. */
export function ServiceDateField({ value, change, description }: ServiceDateFieldProps) {
  const { t } = useLingui();
  return (
    <TextInput
      type="date"
      label={t`服务日期`}
      description={description}
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}
