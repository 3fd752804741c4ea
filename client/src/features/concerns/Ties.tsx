import { Trans, useLingui } from '@lingui/react/macro';
import { useDeferredValue, useState, type ReactNode } from 'react';
import { useMutation, useQuery } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import type { ConcernFileQuery } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { Textarea, TextInput } from '../../ui/fields/fields.js';
import { newRequestId } from '../../ui/form/request-id.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Section } from '../../ui/page/Page.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { Assignee } from './Assignee.js';
import styles from './concerns.module.css';
import { CHILDREN_BY_NAME, LINK_CONCERN, NAME_COLLEAGUE } from './concerns.operations.js';

type File = NonNullable<ConcernFileQuery['concernFile']>;
interface TiesProps {
  readonly file: File;
  readonly reload: () => void;
}

/** What turns out later: which child it is about that nobody named, and that it is about a colleague. */
export function Ties({ file, reload }: TiesProps) {
  const may = useMay();
  const format = useFormat();
  const { about, links, mayLink, concern } = file;
  const handles = may('concern.handle') && concern.state !== 'CLOSED';
  if (!handles && about.length === 0 && links.length === 0) return null;
  return (
    <Section title={<Trans>关于谁</Trans>}>
      <Card>
        <div className={styles['form']}>
          {links.map(({ linkedName, reason, byName, at, endedAt }) => (
            <p key={at}>
              {endedAt ? (
                <Trans>
                  {format.instant(at)}，{byName}曾记下是{linkedName}（{reason}），后来改了。
                </Trans>
              ) : (
                <Trans>
                  {format.instant(at)}，{byName}记下：是{linkedName}。{reason}
                </Trans>
              )}
            </p>
          ))}
          {about.length > 0 ? (
            <p>
              <Trans>和{format.list(about)}有关：看不到这件事，也不会接到通知。</Trans>
            </p>
          ) : null}
          {handles && mayLink ? (
            <details>
              <summary>{links.length === 0 ? <Trans>知道是哪个孩子了</Trans> : <Trans>是另一个孩子</Trans>}</summary>
              <LinkForm file={file} reload={reload} />
            </details>
          ) : null}
          {handles ? (
            <details>
              <summary>
                <Trans>这件事和一位同事有关</Trans>
              </summary>
              <ColleagueForm file={file} reload={reload} />
            </details>
          ) : null}
        </div>
      </Card>
    </Section>
  );
}

function LinkForm({ file, reload }: TiesProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [{ fetching }, link] = useMutation(LINK_CONCERN);
  const [requestId] = useState(newRequestId);
  const [typed, setTyped] = useState('');
  const [child, choose] = useState<{ readonly id: string; readonly name: string }>();
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<ReactNode>(null);
  const query = useDeferredValue(typed.trim());
  const [{ data }] = useQuery({ query: CHILDREN_BY_NAME, variables: { query }, pause: query === '' });
  const found = query === '' ? [] : (data?.searchPeople.people ?? []).filter(({ kind }) => kind === 'CHILD');
  const done = async (): Promise<void> => {
    setProblem(null);
    if (!child) return setProblem(<Trans>请先按姓名找到孩子。</Trans>);
    const { data: answer, error } = await link({ input: { concernId: file.id, childId: child.id, reason, requestId } });
    if (!answer) return setProblem(<RequestFault error={error} />);
    const result = answer.linkConcern;
    if (result.__typename === 'InvalidInput')
      return setProblem(<Trans>请写怎么知道的，五个字以上，五百字以内。</Trans>);
    if (result.__typename !== 'ConcernFile')
      return setProblem(<CommonRefusal kind={result.__typename} reload={reload} />);
    toast({ message: t`记下了。` });
    reload();
  };
  return (
    <div className={styles['form']}>
      <TextInput
        type="search"
        label={t`按姓名找孩子`}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <div className={styles['actions']} aria-live="polite">
        {found.map(({ id, name }) => (
          <Button
            key={id}
            variant={child?.id === id ? 'light' : 'default'}
            aria-pressed={child?.id === id}
            onClick={() => choose({ id, name })}
          >
            {name}
          </Button>
        ))}
      </div>
      <Textarea
        label={t`怎么知道的？`}
        rows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {problem ? <div role="alert">{problem}</div> : null}
      <div>
        <Button loading={fetching} onClick={() => void done()}>
          {child ? <Trans>记下：是{child.name}</Trans> : <Trans>记下是哪个孩子</Trans>}
        </Button>
      </div>
    </div>
  );
}

function ColleagueForm({ file, reload }: TiesProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [{ fetching }, name] = useMutation(NAME_COLLEAGUE);
  const [personId, setPersonId] = useState('');
  const [problem, setProblem] = useState<ReactNode>(null);
  const done = async (): Promise<void> => {
    setProblem(null);
    const { data, error } = await name({ input: { concernId: file.id, personId } });
    if (!data) return setProblem(<RequestFault error={error} />);
    if (data.nameConcernColleague.__typename === 'InvalidInput') return setProblem(<Trans>请选一位同事。</Trans>);
    toast({ message: t`记下了。` });
    // Whoever named themselves reads here that there is nothing any more.
    reload();
  };
  return (
    <div className={styles['form']}>
      <Assignee
        label={t`哪位同事`}
        description={t`从现在起，这位同事看不到这件事，也不会接到通知。记下以后不能收回。`}
        none={t`请选`}
        field={{ value: personId, onChange: (event) => setPersonId(event.currentTarget.value) }}
      />
      {problem ? <div role="alert">{problem}</div> : null}
      <div>
        <Button color="danger" variant="outline" loading={fetching} onClick={() => void done()}>
          <Trans>记下，以后绕开这位同事</Trans>
        </Button>
      </div>
    </div>
  );
}
