import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useMutation } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import { TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { Card } from '../../ui/page/Page.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import type { Member } from './member.js';
import { CHANGE_SUPERVISOR_PLACES } from './credentials.operations.js';
import styles from './credentials.module.css';

interface SupervisorPlacesFormProps {
  readonly member: Member;
  readonly reload: () => void;
}

/** How many companionships this supervisor looks after: their own number, or the agency's (S4). */
export function SupervisorPlacesForm({ member, reload }: SupervisorPlacesFormProps) {
  const { t } = useLingui();
  const may = useMay();
  const toast = useToast();
  const { places, own, version } = member.supervisorPlaces;
  const [{ fetching }, change] = useMutation(CHANGE_SUPERVISOR_PLACES);
  const [problem, setProblem] = useState<ReactNode>(null);
  const form = useForm<{ readonly places: string }>({ defaultValues: { places: String(places) } });
  const range = t`请写 0 到 60 的整数。`;
  const submit = form.handleSubmit(async (typed) => {
    setProblem(null);
    const { data, error } = await change({
      input: { personId: member.personId, places: Number(typed.places), version },
    });
    if (!data) return setProblem(<RequestFault error={error} />);
    const result = data.changeSupervisorPlaces;
    switch (result.__typename) {
      case 'StaffMember':
        toast({ message: t`改好了，下一次匹配就按这个数。` });
        return reload();
      case 'InvalidInput':
        return form.setError('places', { message: range });
      case 'NotFound':
      case 'StaleVersion':
        return setProblem(<CommonRefusal kind={result.__typename} reload={reload} />);
      default:
        return assertUnreachable(result);
    }
  });
  return (
    <Card>
      <p className={styles['line']}>
        {own ? (
          <Trans>和这位督导者约定：最多照看 {places} 段陪伴。</Trans>
        ) : (
          <Trans>按机构设置：最多照看 {places} 段陪伴。</Trans>
        )}
      </p>
      {may('staff.change') ? (
        <details className={styles['fold']} data-print="no">
          <summary>
            <Trans>约定另一个数</Trans>
          </summary>
          <Form
            onSubmit={(event) => void submit(event)}
            submitLabel={<Trans>保存这个数</Trans>}
            busy={fetching}
            problem={problem}
          >
            <TextInput
              label={t`最多照看几段陪伴`}
              inputMode="numeric"
              error={form.formState.errors.places?.message}
              {...form.register('places', {
                validate: (typed) => (/^\d{1,2}$/.test(typed.trim()) && Number(typed) <= 60) || range,
              })}
            />
          </Form>
        </details>
      ) : null}
    </Card>
  );
}
