import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation, useQuery } from 'urql';
import type { HelperStep } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { NativeSelect, Textarea } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { Card, Page, Section } from '../../ui/page/Page.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { STEP_WORDS } from './helping-words.js';
import { LEAVE_MY_HELPING, MY_HELPING, TELL_MY_HELPING } from './helping.operations.js';
import { Way } from './Way.js';

/** One's own way from being helped to helping, in own words, with the way out at its end. */
export default function MyHelpingPage() {
  const { t } = useLingui();
  const [{ data, error }, load] = useQuery({ query: MY_HELPING, requestPolicy: 'cache-and-network' });
  const [{ fetching }, leave] = useMutation(LEAVE_MY_HELPING);
  const reload = (): void => load({ requestPolicy: 'network-only' });
  if (error && !data) return <ErrorState page error={error} retry={reload} />;
  if (!data) return <LoadingState />;
  const mine = data.myHelping;
  const open = mine && mine.state !== 'LEFT';
  return (
    <Page title={t`我的助人历程`} width="narrow" lead={<Trans>只有您和陪着您的社会工作者看得到。</Trans>}>
      {!mine ? (
        <EmptyState title={<Trans>这里还没有内容</Trans>}>
          <Trans>想帮助别人时，跟您的社会工作者说一声。</Trans>
        </EmptyState>
      ) : (
        <Way {...mine} />
      )}
      {open ? (
        <>
          <Section title={<Trans>用自己的话讲一讲</Trans>}>
            <Card>
              <TellForm steps={mine.moments.filter(({ on }) => on).map(({ step }) => step)} reload={reload} />
            </Card>
          </Section>
          <Section
            title={<Trans>不想做了？</Trans>}
            lead={<Trans>随时可以停，不用说理由。您得到的帮助一点也不会变。</Trans>}
          >
            <div>
              <Button variant="default" loading={fetching} onClick={() => void leave({}).then(reload)}>
                <Trans>停下来</Trans>
              </Button>
            </div>
          </Section>
        </>
      ) : null}
    </Page>
  );
}

function TellForm({ steps, reload }: { readonly steps: readonly HelperStep[]; readonly reload: () => void }) {
  const { t, i18n } = useLingui();
  const [{ fetching }, tell] = useMutation(TELL_MY_HELPING);
  const [step, choose] = useState<HelperStep>(steps.at(-1) ?? 'INTERESTED');
  const [words, setWords] = useState('');
  const [problem, setProblem] = useState<ReactNode>(null);
  const submit = async (): Promise<void> => {
    const { data, error } = await tell({ input: { step, words } });
    if (!data) return setProblem(<RequestFault error={error} />);
    setProblem(null);
    setWords('');
    reload();
  };
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      submitLabel={<Trans>记下来</Trans>}
      busy={fetching}
      problem={problem}
    >
      <NativeSelect
        label={t`讲哪一步`}
        value={step}
        onChange={(event) => choose(steps.find((one) => one === event.currentTarget.value) ?? step)}
        data={steps.map((one) => ({ value: one, label: i18n._(STEP_WORDS[one]) }))}
      />
      <Textarea
        label={t`您的话`}
        description={t`最多五百字；留空就是收回以前写的。`}
        maxLength={500}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
    </Form>
  );
}
