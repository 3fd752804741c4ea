import type { ComponentProps } from 'react';
import { useQuery } from 'urql';
import { NativeSelect } from '../../ui/fields/fields.js';
import { CASE_TEAM } from './concerns.operations.js';

interface AssigneeProps {
  readonly label: string;
  readonly description?: string;
  /** What stands there while nobody is chosen. */
  readonly none: string;
  readonly error?: string | undefined;
  readonly field: Pick<ComponentProps<typeof NativeSelect>, 'name' | 'value' | 'onChange' | 'onBlur' | 'ref'>;
}

/** One colleague of the case team. */
export function Assignee({ label, description, none, error, field }: AssigneeProps) {
  const [{ data }] = useQuery({ query: CASE_TEAM });
  return (
    <NativeSelect label={label} description={description} error={error} {...field}>
      <option value="">{none}</option>
      {data?.caseTeam.map(({ personId, name }) => (
        <option key={personId} value={personId}>
          {name}
        </option>
      ))}
    </NativeSelect>
  );
}
