import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useMutation, useQuery } from 'urql';
import { NativeSelect } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { Card, Page } from '../../ui/page/Page.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { NotFoundState } from '../../ui/states/NotFoundState.js';
import { againstWords } from './helping-words.js';
import { BEGIN_HELPING, HELPER_CHOICES } from './helping.operations.js';

/** Somebody of a family said they would like to help: who, and who will supervise them. */
export default function BeginHelpingPage() {
  const { t, i18n } = useLingui();
  const { id: childId = '' } = useParams();
  const go = useNavigate();
  const [{ data, error }, load] = useQuery({ query: HELPER_CHOICES, variables: { childId } });
  const [{ fetching }, begin] = useMutation(BEGIN_HELPING);
  const [personId, choosePerson] = useState('');
  const [supervisorId, chooseSupervisor] = useState('');
  const [problem, setProblem] = useState<ReactNode>(null);
  if (error && !data) return <ErrorState page error={error} retry={() => load({ requestPolicy: 'network-only' })} />;
  if (!data) return <LoadingState />;
  const choices = data.helperChoices;
  if (!choices) return <NotFoundState home="/agency/children" />;
  const submit = async (): Promise<void> => {
    setProblem(null);
    const answer = await begin({ input: { childId, helperId: personId, supervisorId } });
    if (!answer.data) return setProblem(<RequestFault error={answer.error} />);
    const result = answer.data.beginHelping;
    if (result.__typename === 'HelperJourney') return void go('/agency/helpers');
    const code = result.__typename === 'InvalidInput' ? result.fields[0]?.code : undefined;
    const against = choices.family.find(({ id }) => id === personId)?.against ?? [];
    setProblem(
      code === 'CASE_WORKER' ? (
        <Trans>还不能开始：这位督导者，或者代他督导的同事，正在做这个家庭的个案。请换一位督导者。</Trans>
      ) : code !== undefined && against.includes(code) ? (
        <Trans>还不能开始：{i18n._(againstWords(code))}。请先在孩子或家庭的页面上核对。</Trans>
      ) : (
        <Trans>还不能开始：请选好本人，再选一位不做这个家庭个案的督导者。</Trans>
      ),
    );
  };
  return (
    <Page
      title={t`邀请做志愿者`}
      width="narrow"
      lead={<Trans>只在本人自己说想帮助别人的时候开始。正在得到的帮助、资助和陪伴都不会变。</Trans>}
    >
      <Card>
        <Form
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
          submitLabel={<Trans>现在就开始</Trans>}
          busy={fetching}
          problem={problem}
        >
          <NativeSelect
            label={t`谁想帮助别人`}
            value={personId}
            onChange={(event) => choosePerson(event.currentTarget.value)}
            data={[
              { value: '', label: t`请选择` },
              ...choices.family.map(({ id: value, name, against: [first] }) => ({
                value,
                label: first === undefined ? name : `${name} · ${i18n._(againstWords(first))}`,
              })),
            ]}
          />
          <NativeSelect
            label={t`谁来督导`}
            description={t`做这个家庭个案的社会工作者不在里面。`}
            value={supervisorId}
            onChange={(event) => chooseSupervisor(event.currentTarget.value)}
            data={[
              { value: '', label: t`请选择` },
              ...choices.supervisors.map(({ id: value, name }) => ({ value, label: name })),
            ]}
          />
        </Form>
      </Card>
    </Page>
  );
}
