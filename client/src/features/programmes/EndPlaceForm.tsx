import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { PLACE_END_REASONS } from '@tongxing/shared/rules';
import { useState, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useMutation } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import type { PlaceEndReason } from '../../gql/graphql.js';
import { NativeSelect, TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { END_PLACE } from './programmes.operations.js';
import { useProgrammeWords } from './use-programme-words.js';

interface EndPlaceFormProps {
  readonly placeId: string;
  readonly startsOn: string;
  readonly reload: () => void;
}

/** Ends a place after a day; it is free for another child at once, and nobody owes a reason but the family's own word. */
export function EndPlaceForm({ placeId, startsOn, reload }: EndPlaceFormProps) {
  const { t } = useLingui();
  const toast = useToast();
  const words = useProgrammeWords();
  const { agency } = useViewer();
  const [{ fetching }, end] = useMutation(END_PLACE);
  const [problem, setProblem] = useState<ReactNode>(null);
  const form = useForm<{ readonly endsOn: string; readonly why: PlaceEndReason | '' }>({
    defaultValues: { endsOn: agency.today, why: '' },
  });
  const { errors } = form.formState;
  const between = t`请写开始那天到今天之间的日子。`;

  const submit = form.handleSubmit(async ({ endsOn, why }) => {
    setProblem(null);
    if (why === '') return;
    const { data, error } = await end({ input: { programmePlaceId: placeId, endsOn, why } });
    if (!data) return setProblem(<RequestFault error={error} />);
    const result = data.endProgrammePlace;
    switch (result.__typename) {
      case 'ProgrammePlace':
        toast({ message: t`名额空出来了，可以给别的孩子。` });
        return reload();
      case 'InvalidInput':
        return form.setError('endsOn', { message: between });
      case 'NotFound':
        return setProblem(<CommonRefusal kind={result.__typename} reload={reload} />);
      default:
        return assertUnreachable(result);
    }
  });

  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>结束名额</Trans>}
      busy={fetching}
      problem={problem}
    >
      <NativeSelect
        label={t`为什么结束`}
        data={[
          { value: '', label: t`请选一个` },
          ...PLACE_END_REASONS.map(({ code }) => ({ value: code, label: words.endReason(code) })),
        ]}
        error={errors.why?.message}
        {...form.register('why', { required: t`请选一个原因。` })}
      />
      <TextInput
        type="date"
        label={t`最后一天`}
        min={startsOn}
        max={agency.today}
        error={errors.endsOn?.message}
        {...form.register('endsOn', { validate: (day) => (day >= startsOn && day <= agency.today) || between })}
      />
    </Form>
  );
}
