import { Trans, useLingui } from '@lingui/react/macro';
import { templateProblems } from '@tongxing/shared/rules';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import type { Template_AgreementFragment } from '../../gql/graphql.js';
import { TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { Card } from '../../ui/page/Page.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { RELEASE_TEMPLATE } from './agreements.operations.js';
import { textProblems } from './text-problems.js';

interface ReleaseFormProps {
  readonly draft: Template_AgreementFragment;
  /** There is an earlier version that people have signed. */
  readonly again: boolean;
  readonly reload: () => void;
}

/** Releases the draft as it is kept; what is missing is said before, word by word. */
export function ReleaseForm({ draft, again, reload }: ReleaseFormProps) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const { today } = useViewer().agency;
  const [{ fetching }, release] = useMutation(RELEASE_TEMPLATE);
  const [signBy, setSignBy] = useState('');
  const [problem, setProblem] = useState<ReactNode>(null);
  const lacking = textProblems(templateProblems(draft));
  const submit = async (): Promise<void> => {
    setProblem(null);
    const { id: templateId, version } = draft;
    const { data, error } = await release({ input: { templateId, version, signBy: signBy || null } });
    const outcome = data?.releaseAgreementTemplate;
    if (!outcome) return setProblem(<RequestFault error={error} />);
    if (outcome.__typename === 'AgreementTemplate') {
      toast({ message: t`新的一版已经发布。` });
      return reload();
    }
    if (outcome.__typename === 'InvalidInput') {
      const lines = textProblems(outcome.fields);
      return setProblem(lines.map(({ field, what }) => `${i18n._(field)}${i18n._(what)}`).join(t`；`));
    }
    setProblem(<Trans>草稿刚刚有了变化，请看一看再发布。</Trans>);
    reload();
  };
  return (
    <Card tone="waiting">
      <h3>
        <Trans>发布第 {draft.number} 版</Trans>
      </h3>
      {lacking.length > 0 ? (
        <>
          <p>
            <Trans>草稿还不能发布：</Trans>
          </p>
          <ul>
            {lacking.map(({ field, what }) => (
              <li key={`${field.id}${what.id}`}>
                {i18n._(field)} {i18n._(what)}
              </li>
            ))}
          </ul>
        </>
      ) : (
        <Form
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
          submitLabel={<Trans>发布，以后签这一版</Trans>}
          busy={fetching}
          problem={problem}
        >
          <p>
            <Trans>发布的是上面存好的草稿。发布以后一个字也不能改。</Trans>
          </p>
          {again ? (
            <TextInput
              type="date"
              label={t`请签过旧版的人在哪天以前重签`}
              description={t`空着：不用重签，旧的到期为止。填了：每个人都会看到新的一版，旧的最多用到这一天。`}
              min={today}
              value={signBy}
              onChange={(event) => setSignBy(event.target.value)}
            />
          ) : null}
        </Form>
      )}
    </Card>
  );
}
