import { Trans, useLingui } from '@lingui/react/macro';
import { Textarea } from '@mantine/core';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import type { CompanionshipQuery } from '../../gql/graphql.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Section } from '../../ui/page/Page.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { ANSWER_TELLING } from './telling.operations.js';

export interface TellingProps {
  readonly companionship: NonNullable<CompanionshipQuery['companionship']>;
  readonly reload: () => void;
}

/** After a stop, or when nobody stands in any more: the child is told, and what was said is written down; until then it waits on the first page. */
export function Telling({ companionship: { id, telling, cover, endCause }, reload }: TellingProps) {
  const may = useMay();
  const format = useFormat();
  if (!telling) return null;
  if (telling.answeredAt) {
    return (
      <Section title={<Trans>孩子听到的话</Trans>}>
        <Card>
          <p>{telling.words ?? ''}</p>
          <p>{format.instant(telling.answeredAt)}</p>
        </Card>
      </Section>
    );
  }
  return (
    <Section title={<Trans>告诉孩子</Trans>}>
      <Card tone="waiting">
        <p>
          {cover && endCause !== 'STOP' ? (
            <Trans>代为陪伴的志愿者不再来了。请当面告诉孩子和家人接下来谁陪着，再记下说了什么、谁说的。</Trans>
          ) : (
            <Trans>陪伴者不能再来了。请当面告诉孩子，让孩子知道不是自己的错，再记下说了什么、谁说的。</Trans>
          )}
        </p>
        {may('companionship.prepare') ? <TellingForm companionshipId={id} reload={reload} /> : null}
      </Card>
    </Section>
  );
}

function TellingForm({ companionshipId, reload }: { readonly companionshipId: string; readonly reload: () => void }) {
  const { t } = useLingui();
  const toast = useToast();
  const [{ fetching }, answer] = useMutation(ANSWER_TELLING);
  const [problem, setProblem] = useState<ReactNode>(null);
  const form = useKeptForm<{ words: string }>({ draft: `telling.${companionshipId}`, defaultValues: { words: '' } });
  const submit = form.handleSubmit(async ({ words }) => {
    setProblem(null);
    const { data, error } = await answer({ input: { companionshipId, words } });
    if (!data) {
      setProblem(<RequestFault error={error} />);
      return;
    }
    const result = data.answerTelling;
    switch (result.__typename) {
      case 'Companionship':
        form.forget();
        toast({ message: t`记下了孩子听到的话。` });
        reload();
        return;
      case 'InvalidInput':
        setProblem(<Trans>请写几个字，一千字以内。</Trans>);
        return;
      case 'NotFound':
        setProblem(<CommonRefusal kind={result.__typename} reload={reload} />);
        return;
      default:
        assertUnreachable(result);
    }
  });
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>孩子已经知道了，记下来</Trans>}
      busy={fetching}
      problem={problem}
    >
      <Textarea
        label={t`孩子听到了什么，谁说的`}
        autosize
        minRows={2}
        error={form.formState.errors.words?.message}
        {...form.register('words', { required: t`请写几个字，一千字以内。` })}
      />
    </Form>
  );
}
