import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { toServer } from '../../app/i18n/locale.js';
import { useLocale } from '../../app/i18n/use-locale.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button } from '../../ui/button/Button.js';
import { FieldGroup } from '../../ui/fields/FieldGroup.js';
import { Radio, TextInput } from '../../ui/fields/fields.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { SignaturePad } from '../../ui/signature/SignaturePad.js';
import { ReadAloud } from '../../ui/read-aloud/ReadAloud.js';
import { ANSWER } from './applying.operations.js';
import styles from './applying.module.css';
import type { AnswerProps } from './Asked.js';

interface Said {
  readonly name: string;
  readonly relation: string;
  readonly method: 'DRAWN' | 'TYPED';
  readonly signature: string;
}

/** The exact text, read or heard; then yes or no, signed with a finger or by typing the name. */
export function GuardianAnswer({ code, ask, reload }: AnswerProps) {
  const [words, setWords] = useState<HTMLDivElement | null>(null);
  const { answer, text, applicantName } = ask;
  return (
    <div className={styles['fields']}>
      <div ref={setWords} className={styles['text']}>
        {(text ?? '').split('\n').map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <div>
        <ReadAloud words={words} />
      </div>
      {answer === 'YES' ? (
        <>
          <div role="status" className={styles['fields']}>
            <div>
              <StateBadge tone="good">
                <Trans>您同意了</Trans>
              </StateBadge>
            </div>
            <p>
              <Trans>谢谢您。在机构作出决定以前，您还可以在这里改成不同意；以后想停，打电话就行。</Trans>
            </p>
          </div>
          <details className={styles['fold']}>
            <summary>
              <Trans>改成不同意</Trans>
            </summary>
            <AnswerForm code={code} ask={ask} reload={reload} only="NO" />
          </details>
        </>
      ) : answer === 'NO' ? (
        <div role="status" className={styles['fields']}>
          <div>
            <StateBadge tone="quiet">
              <Trans>您没有同意</Trans>
            </StateBadge>
          </div>
          <p>
            <Trans>记下了，{applicantName}不会开始。以后改了主意，请机构再发一个链接。</Trans>
          </p>
        </div>
      ) : (
        <AnswerForm code={code} ask={ask} reload={reload} />
      )}
    </div>
  );
}

function AnswerForm({ code, ask, reload, only }: AnswerProps & { readonly only?: 'NO' }) {
  const { t } = useLingui();
  const { locale } = useLocale();
  const [{ fetching }, send] = useMutation(ANSWER);
  const [problem, setProblem] = useState<ReactNode>(null);
  const form = useKeptForm<Said>({
    draft: `apply.guardian.${code}`,
    defaultValues: { name: ask.contactName, relation: '', method: 'DRAWN', signature: '' },
  });
  const { register, handleSubmit, formState, watch, setValue, setError, clearErrors } = form;
  const { errors } = formState;
  const method = watch('method');
  const signature = watch('signature');

  const say = (answer: 'YES' | 'NO') =>
    handleSubmit(async (said) => {
      setProblem(null);
      if (said.method === 'DRAWN' && said.signature === '') {
        return setError('signature', { message: t`请在框里签名，或者选“写名字”。` });
      }
      const { name, relation } = said;
      const input = {
        ...{ code, answer, name, relation, method: said.method },
        locale: toServer(locale),
        signature: said.method === 'DRAWN' ? said.signature : null,
        textHash: ask.textHash ?? null,
      };
      const { data, error } = await send({ input });
      const result = data?.answerApplicationAsk;
      if (!result) return setProblem(<RequestFault error={error} />);
      if (result.__typename === 'InvalidInput') {
        const changed = result.fields.some(({ code: why }) => why === 'TEXT_CHANGED');
        if (changed) reload();
        return setProblem(
          changed ? (
            <Trans>上面的文字刚刚有了变化。请再读一遍，再回答。</Trans>
          ) : (
            <Trans>请看看姓名、关系和签名，再按一次。</Trans>
          ),
        );
      }
      form.forget();
      reload();
    })();

  return (
    <form className={styles['fields']} noValidate onSubmit={(event) => event.preventDefault()}>
      <TextInput
        label={t`您的姓名`}
        size="md"
        autoComplete="name"
        maxLength={60}
        error={errors.name ? t`请写上姓名。` : undefined}
        {...register('name', { validate: (text) => text.trim() !== '' })}
      />
      <TextInput
        label={t`您和${ask.applicantName}的关系`}
        description={t`比如妈妈、爸爸、奶奶。`}
        size="md"
        autoComplete="off"
        maxLength={60}
        error={errors.relation ? t`请写上关系。` : undefined}
        {...register('relation', { validate: (text) => text.trim() !== '' })}
      />
      <FieldGroup label={t`怎么签`}>
        <div className={styles['choices']}>
          <Radio value="DRAWN" label={t`用手指签`} {...register('method')} />
          <Radio value="TYPED" label={t`写名字（就是上面的姓名）`} {...register('method')} />
        </div>
      </FieldGroup>
      {method === 'DRAWN' ? (
        <SignaturePad
          label={t`在框里签名`}
          value={signature}
          change={(path) => {
            setValue('signature', path);
            clearErrors('signature');
          }}
          error={errors.signature?.message}
        />
      ) : null}
      {problem ? <div role="alert">{problem}</div> : null}
      <div className={styles['actions']}>
        {only ? null : (
          <Button size="md" loading={fetching} onClick={() => void say('YES')}>
            <Trans>我同意</Trans>
          </Button>
        )}
        <Button size="md" variant="default" loading={fetching} onClick={() => void say('NO')}>
          <Trans>我不同意</Trans>
        </Button>
      </div>
    </form>
  );
}
