import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { FieldGroup } from '../../ui/fields/FieldGroup.js';
import { Radio } from '../../ui/fields/fields.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { ScoreTable } from '../matching/index.js';
import styles from './companionship.module.css';
import { TAKERS } from './hand-on.operations.js';

export interface TakerChoiceProps {
  readonly companionshipId: string;
  readonly label: string;
  readonly field: UseFormRegisterReturn;
  readonly error?: ReactNode;
}

/** Who could go on with the child, ranked by the matching as if the child had nobody; each with its reasons. */
export function TakerChoice({ companionshipId, label, field, error }: TakerChoiceProps) {
  const { t } = useLingui();
  const [{ data, error: fault }, load] = useQuery({ query: TAKERS, variables: { id: companionshipId } });
  if (fault && !data) return <ErrorState error={fault} retry={() => load({ requestPolicy: 'network-only' })} />;
  if (!data) return <LoadingState lines={3} />;
  const takers = data.companionship?.takers;
  if (!takers) {
    return (
      <p>
        <Trans>
          还没有做过匹配。<Link to="/agency/matching">先做一次</Link>，这里就有建议。
        </Trans>
      </p>
    );
  }
  if (takers.suggestions.length === 0) {
    return (
      <p>
        <Trans>
          现在没有合适的志愿者有空位。<Link to="/agency/matching">匹配页</Link>写着每一条原因，和怎样能多出一位。
        </Trans>
      </p>
    );
  }
  return (
    <FieldGroup label={label} error={error}>
      {takers.suggestions.map(({ volunteer, score, loss, parts }) => (
        <div key={volunteer.id}>
          <Radio
            label={t`${volunteer.name}，${score} 分`}
            description={loss <= 0 ? t`选这一对，整体同样好。` : t`选这一对，所有孩子合起来少 ${loss} 分。`}
            value={volunteer.id}
            {...field}
          />
          <details className={styles['why']}>
            <summary>
              <Trans>为什么是{volunteer.name}</Trans>
            </summary>
            <ScoreTable parts={parts} score={score} />
          </details>
        </div>
      ))}
    </FieldGroup>
  );
}
