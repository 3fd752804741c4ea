import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation, useQuery } from 'urql';
import type { HelperStep } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.js';
import { NativeSelect, Textarea } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
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
        <Section title={<Trans>走到了哪里</Trans>}>
          <Way {...mine} />
        </Section>
      )}
      {open ? (
        <>
          <Section title={<Trans>用自己的话讲一讲</Trans>}>
            <Card>
              <TellForm steps={mine.moments.filter(({ on }) => on).map(({ step }) => step)} reload={reload} />
            </Card>
          </Section>
          <WayOut reload={reload} />
        </>
      ) : mine ? (
        <p role="status">
          <Trans>您停下来了。您得到的帮助一点也没有变。想再开始，跟您的社会工作者说一声。</Trans>
        </p>
      ) : null}
    </Page>
  );
}

/** Open at any time, and asked once more, since coming back begins with a new yes of everybody. */
function WayOut({ reload }: { readonly reload: () => void }) {
  const { t } = useLingui();
  const [, leave] = useMutation(LEAVE_MY_HELPING);
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<ReactNode>(null);
  const stop = async (): Promise<void> => {
    const { data, error } = await leave({});
    setAsking(false);
    if (!data) return setProblem(<RequestFault error={error} />);
    reload();
  };
  return (
    <Section title={<Trans>不想做了？</Trans>} lead={<Trans>随时可以停，不用说理由。您得到的帮助一点也不会变。</Trans>}>
      {problem ? <div role="alert">{problem}</div> : null}
      <div>
        <Button variant="default" onClick={() => setAsking(true)}>
          <Trans>停下来</Trans>
        </Button>
      </div>
      <ConfirmDialog
        opened={asking}
        close={() => setAsking(false)}
        title={t`现在停下来？`}
        confirmLabel={<Trans>停下来</Trans>}
        onConfirm={stop}
      >
        <Trans>马上就停。以后想再开始，会重新问您和家里一遍。</Trans>
      </ConfirmDialog>
    </Section>
  );
}

interface Told {
  step: HelperStep;
  words: string;
}

function TellForm({ steps, reload }: { readonly steps: readonly HelperStep[]; readonly reload: () => void }) {
  const { t, i18n } = useLingui();
  const [{ fetching }, tell] = useMutation(TELL_MY_HELPING);
  const newest = steps.at(-1) ?? 'INTERESTED';
  const form = useKeptForm<Told>({ draft: 'helping.tell', defaultValues: { step: newest, words: '' } });
  const [problem, setProblem] = useState<ReactNode>(null);
  const submit = form.handleSubmit(async (input) => {
    const { data, error } = await tell({ input });
    if (!data) return setProblem(<RequestFault error={error} />);
    if (data.tellMyHelping.__typename !== 'MyHelping') return setProblem(<Trans>没有记下：最多五百字。</Trans>);
    setProblem(null);
    form.forget();
    form.reset({ step: input.step, words: '' });
    reload();
  });
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>记下来</Trans>}
      busy={fetching}
      problem={problem}
    >
      <NativeSelect
        label={t`讲哪一步`}
        data={steps.map((one) => ({ value: one, label: i18n._(STEP_WORDS[one]) }))}
        {...form.register('step')}
      />
      <Textarea
        label={t`您的话`}
        description={t`最多五百字；留空就是收回以前写的。`}
        maxLength={500}
        {...form.register('words')}
      />
    </Form>
  );
}
