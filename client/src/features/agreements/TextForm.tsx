import { Trans, useLingui } from '@lingui/react/macro';
import { AGREEMENT_LIMITS, AGREEMENT_STARTERS, type AgreementTexts } from '@tongxing/shared/rules';
import { useState, type ReactNode } from 'react';
import { useFieldArray } from 'react-hook-form';
import { useMutation } from 'urql';
import type { AgreementKind, Template_AgreementFragment } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { FieldGroup } from '../../ui/fields/FieldGroup.js';
import { Textarea, TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { SAVE_TEMPLATE } from './agreements.operations.js';
import styles from './agreements.module.css';
import { blankOf } from './text-problems.js';

export interface TextFormProps {
  readonly kind: AgreementKind;
  readonly draft: Template_AgreementFragment | undefined;
  /** The version that is signed now: the next one begins with its words. */
  readonly before: Template_AgreementFragment | undefined;
  readonly reload: () => void;
}
interface Texts extends Omit<AgreementTexts, 'fields'> {
  readonly fields: { key: string; labelZh: string; labelEn: string }[];
}

/** Writes the next version; nothing typed is lost, and half a text may be kept. */
export function TextForm({ kind, draft, before, reload }: TextFormProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [{ fetching }, save] = useMutation(SAVE_TEMPLATE);
  const [problem, setProblem] = useState<ReactNode>(null);
  const { register, control, handleSubmit, forget } = useKeptForm<Texts>({
    draft: `agreement.text.${kind}.${draft?.id ?? 'new'}.${String(draft?.version ?? 0)}`,
    defaultValues: textsOf(draft ?? before ?? AGREEMENT_STARTERS[kind]),
  });
  const { fields, append, remove } = useFieldArray({ control, name: 'fields' });
  const submit = handleSubmit(async ({ validDays, ...texts }) => {
    setProblem(null);
    const input = { kind, version: draft?.version ?? 0, ...texts, validDays: Number(validDays) };
    const { data, error } = await save({ input });
    const outcome = data?.saveAgreementTemplate;
    if (!outcome) return setProblem(<RequestFault error={error} />);
    if (outcome.__typename === 'AgreementTemplate') {
      forget();
      toast({ message: t`草稿存好了。` });
      return reload();
    }
    setProblem(
      outcome.__typename === 'StaleVersion' ? (
        <Trans>同事刚刚改过这份草稿。请把您写的先复制下来，再刷新页面。</Trans>
      ) : (
        <Trans>有一处太长了。请缩短一些再存。</Trans>
      ),
    );
  });
  const { title, text, plain, label } = AGREEMENT_LIMITS;
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>存成草稿</Trans>}
      busy={fetching}
      problem={problem}
    >
      <FieldGroup
        label={t`空格`}
        description={t`每个人不一样的内容，例如服务地点。在文字里写两对大括号和代号，请人签的时候再填。`}
      >
        {fields.map(({ id }, at) => (
          <div key={id} className={styles['field']}>
            <TextInput label={t`代号（小写英文字母）`} maxLength={20} {...register(`fields.${at}.key`)} />
            <TextInput label={t`中文名称`} maxLength={label} {...register(`fields.${at}.labelZh`)} />
            <TextInput label={t`英文名称`} maxLength={label} {...register(`fields.${at}.labelEn`)} />
            <div>
              <Button variant="subtle" onClick={() => remove(at)}>
                <Trans>去掉这一格</Trans>
              </Button>
            </div>
          </div>
        ))}
        {fields.length < AGREEMENT_LIMITS.fields ? (
          <div>
            <Button variant="default" onClick={() => append({ key: '', labelZh: '', labelEn: '' })}>
              <Trans>加一格</Trans>
            </Button>
          </div>
        ) : null}
      </FieldGroup>
      <p className={styles['quiet']}>
        <Trans>
          平台自己会填的：<code>{blankOf('agency')}</code> 机构名称，<code>{blankOf('name')}</code> 志愿者或孩子的姓名，
          <code>{blankOf('days')}</code> 有效的天数。
        </Trans>
      </p>
      <div className={styles['pair']}>
        <TextInput label={t`标题（中文）`} lang="zh-CN" maxLength={title} {...register('titleZh')} />
        <TextInput label={t`标题（英文）`} lang="en" maxLength={title} {...register('titleEn')} />
        <Textarea label={t`全文（中文）`} lang="zh-CN" rows={14} maxLength={text} {...register('textZh')} />
        <Textarea label={t`全文（英文）`} lang="en" rows={14} maxLength={text} {...register('textEn')} />
        <Textarea label={t`平常的话（中文）`} lang="zh-CN" rows={5} maxLength={plain} {...register('plainZh')} />
        <Textarea label={t`平常的话（英文）`} lang="en" rows={5} maxLength={plain} {...register('plainEn')} />
      </div>
      <TextInput
        label={t`签好以后有效多少天`}
        description={t`30 到 730 天。`}
        type="number"
        min={AGREEMENT_LIMITS.shortestDays}
        max={AGREEMENT_LIMITS.longestDays}
        {...register('validDays')}
      />
    </Form>
  );
}

const textsOf = (from: Omit<AgreementTexts, 'fields'> & Pick<AgreementTexts, 'fields'>): Texts => ({
  ...{ titleZh: from.titleZh, titleEn: from.titleEn, textZh: from.textZh, textEn: from.textEn },
  ...{ plainZh: from.plainZh, plainEn: from.plainEn, validDays: from.validDays },
  fields: from.fields.map(({ key, labelZh, labelEn }) => ({ key, labelZh, labelEn })),
});
