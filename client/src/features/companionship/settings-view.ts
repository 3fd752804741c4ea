import { settingDefinition, type IntegerSettingKey } from '@tongxing/shared/rules';

/** A whole number among the agency's settings; the platform's default where the answer does not hold it. */
export function settingNumber(
  settings: readonly { readonly key: string; readonly value: string }[],
  key: IntegerSettingKey,
): number {
  const value = Number(settings.find((setting) => setting.key === key)?.value ?? Number.NaN);
  if (Number.isSafeInteger(value)) return value;
  const definition = settingDefinition(key);
  return definition?.kind === 'INTEGER' ? definition.default : 1;
}
