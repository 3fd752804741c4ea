// Reads what a director typed before it is sent; the borders are those that the server gave with the setting.
import type { AgencySettingsQuery } from '../../gql/graphql.js';

export type Setting = AgencySettingsQuery['agencySettings'][number];
export type SettingProblem = 'NOT_A_WHOLE_NUMBER' | 'BELOW_MINIMUM' | 'ABOVE_MAXIMUM';

/** What is wrong with a typed value; undefined where it may be sent. */
export function settingProblem(
  setting: Pick<Setting, 'kind' | 'minimum' | 'maximum'>,
  typed: string,
): SettingProblem | undefined {
  if (setting.kind === 'BOOLEAN') return undefined;
  const text = typed.trim();
  if (!/^-?\d{1,9}$/.test(text)) return 'NOT_A_WHOLE_NUMBER';
  const value = Number(text);
  if (setting.minimum != null && value < setting.minimum) return 'BELOW_MINIMUM';
  if (setting.maximum != null && value > setting.maximum) return 'ABOVE_MAXIMUM';
  return undefined;
}

/** Whether the agency chose another value than the platform's. */
export const isOwnChoice = ({ value, defaultValue }: Pick<Setting, 'value' | 'defaultValue'>): boolean =>
  value !== defaultValue;
