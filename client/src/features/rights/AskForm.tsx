import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import type { Right } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { Radio, Textarea, TextInput } from '../../ui/fields/fields.js';
import { FieldGroup } from '../../ui/fields/FieldGroup.js';
import { newRequestId } from '../../ui/form/request-id.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { RIGHT_MEANING, RIGHT_WORDS } from './rights-words.js';
import { ASK_FOR_RIGHT } from './rights.operations.js';
import styles from './rights.module.css';

const CHOICES: readonly Right[] = ['COPY', 'CORRECT', 'TRANSFER', 'ERASE'];

interface Values {
  readonly about: string;
  readonly shouldBe: string;
  readonly words: string;
}

/** One question: what would you like? What else is asked follows from the answer. */
export function AskForm({ draft, asked }: { readonly draft: string; readonly asked: () => void }) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const [right, setRight] = useState<Right>('COPY');
  const [problem, setProblem] = useState<ReactNode>(null);
  const [requestId, setRequestId] = useState(newRequestId);
  const [{ fetching }, ask] = useMutation(ASK_FOR_RIGHT);
  const form = useKeptForm<Values>({
    draft: `rights.${draft}`,
    defaultValues: { about: '', shouldBe: '', words: '' },
  });
  const { errors } = form.formState;
  const submit = form.handleSubmit(async ({ about, shouldBe, words }) => {
    setProblem(null);
    const said = right === 'CORRECT' ? { about, shouldBe, words } : { words };
    const { data, error } = await ask({ input: { right, requestId, ...said } });
    if (!data) {
      setProblem(<RequestFault error={error} />);
      return;
    }
    const result = data.askForRight;
    switch (result.__typename) {
      case 'MyRightsRequest':
        form.forget();
        form.reset();
        setRequestId(newRequestId());
        toast({ message: t`收到了。我们会在期限以前答复您。` });
        asked();
        return;
      case 'InvalidInput':
        setProblem(<Trans>有一处没有写，或者写得太长。请看一看再交。</Trans>);
        return;
      case 'NotFound':
        setProblem(<Trans>这里没有送到。请直接告诉社会工作者。</Trans>);
        return;
      default:
        assertUnreachable(result);
    }
  });
  return (
    <form className={styles['form']} noValidate onSubmit={(event) => void submit(event)}>
      <FieldGroup label={<Trans>您想要</Trans>}>
        {CHOICES.map((choice) => (
          <Radio
            key={choice}
            name="right"
            value={choice}
            label={i18n._(RIGHT_WORDS[choice])}
            description={i18n._(RIGHT_MEANING[choice])}
            checked={right === choice}
            onChange={() => setRight(choice)}
          />
        ))}
      </FieldGroup>
      {right === 'CORRECT' ? (
        <>
          <TextInput
            label={t`哪里不对？`}
            description={t`例如：姓名、电话、生日。`}
            error={errors.about?.message}
            {...form.register('about', { required: t`请写哪里不对。`, shouldUnregister: true })}
          />
          <TextInput
            label={t`应该是什么？`}
            error={errors.shouldBe?.message}
            {...form.register('shouldBe', { required: t`请写应该是什么。`, shouldUnregister: true })}
          />
        </>
      ) : null}
      <Textarea
        key={right}
        label={right === 'TRANSFER' ? t`想交给哪家机构？` : t`还有什么想说的？（可以不写）`}
        error={errors.words?.message}
        {...form.register('words', right === 'TRANSFER' ? { required: t`请写机构的名字。` } : { required: false })}
      />
      {problem ? <div role="alert">{problem}</div> : null}
      <div>
        <Button type="submit" size="md" loading={fetching}>
          <Trans>提出请求</Trans>
        </Button>
      </div>
    </form>
  );
}
