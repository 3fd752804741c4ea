import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import type { Line_AgreementFragment, Template_AgreementFragment } from '../../gql/graphql.js';
import { TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { newRequestId } from '../../ui/form/request-id.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { Card } from '../../ui/page/Page.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { AgreementLines } from './AgreementLines.js';
import { OFFER } from './agreements.operations.js';

export interface OfferPanelProps {
  /** Of a volunteer or of a child. */
  readonly whom: { readonly volunteerId: string } | { readonly childId: string };
  readonly agreements: readonly Line_AgreementFragment[];
  /** The newest released text; undefined where the agency has none yet. */
  readonly template: Template_AgreementFragment | undefined;
  readonly reload: () => void;
}

/** The agreements of one person, and the next one to be offered. */
export function OfferPanel({ whom, agreements, template, reload }: OfferPanelProps) {
  const may = useMay();
  const waits = agreements.some(({ waitsFor }) => waitsFor.length > 0);
  return (
    <Card>
      {agreements.length > 0 ? (
        <AgreementLines agreements={agreements} named={false} />
      ) : (
        <p>
          <Trans>还没有在平台上签过协议。</Trans>
        </p>
      )}
      {waits || !may('agreement.offer') ? null : template ? (
        <details>
          <summary>
            <Trans>请对方签一份协议</Trans>
          </summary>
          <OfferForm whom={whom} template={template} reload={reload} />
        </details>
      ) : (
        <p>
          <Trans>机构还没有发布这种协议的文本。请督导者或机构负责人在“协议”里写一份。</Trans>
        </p>
      )}
    </Card>
  );
}

function OfferForm({
  whom,
  template,
  reload,
}: Pick<OfferPanelProps, 'whom' | 'reload'> & { template: Template_AgreementFragment }) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const english = i18n.locale === 'en';
  const [{ fetching }, offer] = useMutation(OFFER);
  const [problem, setProblem] = useState<ReactNode>(null);
  const [requestId, renew] = useState(newRequestId);
  const subject = 'volunteerId' in whom ? whom.volunteerId : whom.childId;
  const { register, handleSubmit, forget, formState } = useKeptForm<Record<string, string>>({
    draft: `agreement.offer.${subject}.${template.id}`,
    defaultValues: Object.fromEntries(template.fields.map(({ key }) => [key, ''])),
  });
  const submit = handleSubmit(async (typed) => {
    setProblem(null);
    const values = template.fields.map(({ key }) => ({ key, value: typed[key] ?? '' }));
    const { data, error } = await offer({ input: { requestId, values, ...whom } });
    const outcome = data?.offerAgreement;
    if (!outcome) return setProblem(<RequestFault error={error} />);
    renew(newRequestId());
    if (outcome.__typename === 'Agreement') {
      forget();
      toast({ message: t`已经请对方签，对方打开页面就能看到。` });
      return reload();
    }
    setProblem(
      outcome.__typename === 'InvalidInput' && outcome.fields.some(({ code }) => code === 'OFFERED_ALREADY') ? (
        <Trans>同事刚刚已经请过了。</Trans>
      ) : (
        <Trans>没有记下。请看一看每一格都填了，再试一次。</Trans>
      ),
    );
  });
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>请对方签</Trans>}
      busy={fetching}
      problem={problem}
    >
      <p>
        {english ? template.titleEn : template.titleZh} · <Trans>第 {template.number} 版</Trans>
      </p>
      {template.fields.map(({ key, labelZh, labelEn }) => (
        <TextInput
          key={key}
          label={english ? labelEn : labelZh}
          maxLength={200}
          error={formState.errors[key] ? t`这一格会写进协议，请填上。` : undefined}
          {...register(key, { validate: (value) => (value ?? '').trim() !== '' })}
        />
      ))}
    </Form>
  );
}
