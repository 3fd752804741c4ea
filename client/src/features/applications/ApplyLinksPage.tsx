import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation, useQuery } from 'urql';
import type { ApplyLinkKind, ApplyLinksQuery } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button } from '../../ui/button/Button.js';
import { CopyField } from '../../ui/copy/CopyField.js';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.js';
import { FieldGroup } from '../../ui/fields/FieldGroup.js';
import { Radio, TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Page, Section } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { APPLY_LINKS, CLOSE_LINK, MAKE_LINK } from './applications.operations.js';
import styles from './applications.module.css';

type OneLink = ApplyLinksQuery['applyLinks'][number];

/** Links to the form: for a team, or for an occasion. Nothing is read by them, so that they may hang on a wall. */
export default function ApplyLinksPage() {
  const { t } = useLingui();
  const [{ data, error }, load] = useQuery({ query: APPLY_LINKS, requestPolicy: 'cache-and-network' });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  return (
    <Page
      title={t`报名链接`}
      width="narrow"
      lead={<Trans>发给一个团队，或者印在海报上。谁从哪个链接来，名单上看得到；链接本身什么也看不到。</Trans>}
    >
      <Card>
        <MakeForm reload={reload} />
      </Card>
      {error && !data ? (
        <ErrorState error={error} retry={reload} />
      ) : !data ? (
        <LoadingState lines={4} />
      ) : (
        <Section title={<Trans>做过的链接</Trans>}>
          <ul className={styles['list']}>
            {data.applyLinks.map((one) => (
              <li key={one.id}>
                <LinkCard link={one} reload={reload} />
              </li>
            ))}
          </ul>
          {data.applyLinks.length === 0 ? (
            <p className={styles['quiet']}>
              <Trans>还没有做过。开放报名的时候，公开的报名页也能用。</Trans>
            </p>
          ) : null}
        </Section>
      )}
      <WhoSees permission="application.invite" />
    </Page>
  );
}

function MakeForm({ reload }: { readonly reload: () => void }) {
  const { t } = useLingui();
  const toast = useToast();
  const [{ fetching }, make] = useMutation(MAKE_LINK);
  const [problem, setProblem] = useState<ReactNode>(null);
  const form = useKeptForm<{ readonly kind: ApplyLinkKind; readonly name: string }>({
    draft: 'application.link',
    defaultValues: { kind: 'TEAM', name: '' },
  });
  const { register, handleSubmit, formState, forget, reset } = form;
  const submit = handleSubmit(async (input) => {
    setProblem(null);
    const { data, error } = await make({ input });
    if (!data) return setProblem(<RequestFault error={error} />);
    if (data.makeApplyLink.__typename !== 'ApplyLink') {
      return setProblem(<Trans>请写一个名字，六十个字以内。</Trans>);
    }
    reset({ kind: input.kind, name: '' });
    forget();
    toast({ message: t`链接做好了。` });
    reload();
  });
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>做一个链接</Trans>}
      busy={fetching}
      problem={problem}
    >
      <FieldGroup label={t`给谁用`}>
        <Radio value="TEAM" label={t`一个团队（车队、班级、公司的同事）`} {...register('kind')} />
        <Radio value="INVITATION" label={t`一次活动，或者印在海报上`} {...register('kind')} />
      </FieldGroup>
      <TextInput
        label={t`叫什么`}
        description={t`报名的人看得到，比如团队的名字。`}
        maxLength={60}
        error={formState.errors.name ? t`请写一个名字。` : undefined}
        {...register('name', { validate: (text) => text.trim() !== '' })}
      />
    </Form>
  );
}

function LinkCard({ link, reload }: { readonly link: OneLink; readonly reload: () => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const [{ fetching }, close] = useMutation(CLOSE_LINK);
  const { id, kind, name, path, picture, createdAt, closedAt } = link;
  const confirm = async (): Promise<void> => {
    const { data } = await close({ input: { applyLinkId: id } });
    setAsking(false);
    if (data) toast({ message: t`链接关了，已经开始写的人不受影响。` });
    else toast({ tone: 'danger', message: t`没有关成，请再试一次。` });
    reload();
  };
  return (
    <Card>
      <div className={styles['head']}>
        <h3>{name}</h3>
        {closedAt ? (
          <StateBadge tone="quiet">
            <Trans>关了</Trans>
          </StateBadge>
        ) : (
          <StateBadge tone="good">
            <Trans>开着</Trans>
          </StateBadge>
        )}
      </div>
      <p className={styles['quiet']}>
        {kind === 'TEAM' ? <Trans>给团队的</Trans> : <Trans>给活动或海报的</Trans>}
        {' · '}
        {closedAt ? <Trans>{format.dayOf(closedAt)} 关的</Trans> : <Trans>{format.dayOf(createdAt)} 做的</Trans>}
      </p>
      {closedAt ? null : (
        <>
          {picture ? (
            <img
              className={styles['picture']}
              alt={t`${name}的报名二维码`}
              width={160}
              height={160}
              src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture)}`}
            />
          ) : null}
          <CopyField label={t`${name}的链接`} value={`${window.location.origin}${path}`} />
          <div>
            <Button variant="subtle" onClick={() => setAsking(true)}>
              <Trans>关掉这个链接</Trans>
            </Button>
          </div>
        </>
      )}
      <ConfirmDialog
        opened={asking}
        close={() => setAsking(false)}
        title={t`关掉“${name}”的链接？`}
        confirmLabel={<Trans>关掉</Trans>}
        busy={fetching}
        onConfirm={confirm}
      >
        <p>
          <Trans>以后没有人能从这里报名。已经开始写的人，接着写就行。</Trans>
        </p>
      </ConfirmDialog>
    </Card>
  );
}
