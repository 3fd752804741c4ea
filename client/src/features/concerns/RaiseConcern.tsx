import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { IconShieldHeart } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { useMutation } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import { Button } from '../../ui/button/Button.js';
import { Checkbox, Textarea } from '../../ui/fields/fields.js';
import { newRequestId } from '../../ui/form/request-id.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { failureOf } from '../../app/graphql/failure.js';
import { RAISE_CONCERN } from './concerns.operations.js';
import { Assignee } from './Assignee.js';
import { KeptNote } from './KeptNote.js';
import { useKeptConcerns } from './use-kept-concerns.js';
import styles from './concerns.module.css';
import { Receipt, type ReceiptFacts } from './Receipt.js';

export type RaiseConcernProps = { readonly childId: string } | { readonly companionshipId: string };
/** Nobody named: the words say who. */
type About = RaiseConcernProps | Record<never, never>;

/** Something is wrong: one question, on the page where one is. What was typed is kept until it has arrived. */
export function RaiseConcern(about: RaiseConcernProps) {
  const [open, setOpen] = useState(false);
  const [receipt, setReceipt] = useState<ReceiptFacts>();
  if (receipt) return <Receipt receipt={receipt} />;
  return (
    <div className={styles['raise']} data-print="no">
      {open ? (
        <ConcernForm about={about} arrived={setReceipt} close={() => setOpen(false)} />
      ) : (
        <Button
          variant="outline"
          color="danger"
          leftSection={<IconShieldHeart size={18} stroke={1.75} aria-hidden />}
          onClick={() => setOpen(true)}
        >
          <Trans>我担心孩子的安全</Trans>
        </Button>
      )}
    </div>
  );
}

/** The same where the page is about nobody: open at once, and the words say which child. */
export function OpenConcern() {
  const { t } = useLingui();
  const [receipt, setReceipt] = useState<ReceiptFacts>();
  // From the list of an activity: where it happened is written already, and of which child it is, is known.
  const [params] = useSearchParams();
  const childId = params.get('child');
  const named = nameIn(useLocation().state);
  const at = (params.get('at') ?? '').slice(0, LONGEST_PLACE);
  const begun = at === '' ? '' : t`在活动“${at}”：`;
  if (receipt) return <Receipt receipt={receipt} />;
  return (
    <>
      {childId ? (
        <p className={styles['about']}>{named ? <Trans>关于{named}</Trans> : <Trans>关于您刚才看的那个孩子</Trans>}</p>
      ) : null}
      <ConcernForm about={childId ? { childId } : {}} begun={begun} arrived={setReceipt} />
    </>
  );
}

/** A name comes along from page to page, and never stands in an address. */
function nameIn(state: unknown): string | undefined {
  const named = typeof state === 'object' && state !== null && 'childName' in state ? state.childName : undefined;
  return typeof named === 'string' ? named : undefined;
}

const LONGEST_PLACE = 80;

interface ConcernFormProps {
  readonly about: About;
  /** What stands there to begin with. */
  readonly begun?: string;
  readonly arrived: (receipt: ReceiptFacts) => void;
  readonly close?: () => void;
}

function ConcernForm({ about, begun = '', arrived, close }: ConcernFormProps) {
  const { t } = useLingui();
  const [{ fetching }, raise] = useMutation(RAISE_CONCERN);
  const [problem, setProblem] = useState<ReactNode>(null);
  const [stored, setStored] = useState(false);
  // One for as long as the form is open: pressed twice, it is still one concern.
  const [requestId, renew] = useState(newRequestId);
  const kept = useKeptConcerns();
  const draft = draftOf(about);
  const open = draft === ANYBODY;
  const may = useMay();
  const [aboutPersonId, setAboutPerson] = useState('');
  const [aboutWorker, setAboutWorker] = useState(false);
  const [freezeCards, setFreezeCards] = useState(false);
  const ofTeam = may('concern.handle');
  const form = useKeptForm<{ text: string }>({ draft: `concern.${draft}`, defaultValues: { text: begun } });

  const submit = form.handleSubmit(async ({ text }) => {
    setProblem(null);
    const input = {
      ...{ ...about, text, requestId },
      ...(aboutPersonId === '' ? {} : { aboutPersonId }),
      ...(aboutWorker ? { aboutWorker } : {}),
      ...(freezeCards ? { freezeCards } : {}),
    };
    const { data, error } = await raise({ input });
    if (!data) {
      const offline = error !== undefined && failureOf(error).kind === 'OFFLINE';
      if (offline && (await kept.keepRaised(input))) {
        form.reset({ text: '' });
        form.forget();
        renew(newRequestId());
        setStored(true);
      } else setProblem(<RequestFault error={error} />);
      return;
    }
    const result = data.raiseConcern;
    switch (result.__typename) {
      case 'ConcernReceipt':
        form.forget();
        arrived(result);
        return;
      case 'InvalidInput':
        setProblem(<Trans>请写几个字，两千字以内。</Trans>);
        return;
      case 'NotFound':
        setProblem(<Trans>这里没有送到。请直接打电话告诉社会工作者。</Trans>);
        return;
      default:
        assertUnreachable(result);
    }
  });

  if (stored && open) {
    // The page says above what waits; one more can be written at once.
    return (
      <Button variant="default" onClick={() => setStored(false)}>
        <Trans>再写一件</Trans>
      </Button>
    );
  }
  if (stored) return <KeptNote count={kept.count} />;
  return (
    <form className={styles['form']} noValidate onSubmit={(event) => void submit(event)}>
      <Textarea
        label={t`您看到、听到了什么？`}
        description={
          open
            ? t`写上是哪个孩子、在哪里，您看到了什么。写事实就好，不要追问孩子。只有机构里负责的人看得到。`
            : t`写事实就好，不用判断对错，也不要追问孩子。只有负责这个孩子的社会工作者、督导者和机构负责人看得到。`
        }
        rows={5}
        error={form.formState.errors.text?.message}
        {...form.register('text', { required: t`请写几个字，两千字以内。` })}
      />
      {ofTeam ? (
        <Assignee
          label={t`和哪位同事有关？`}
          description={t`没有就不选。选了以后，这位同事看不到，也不会接到通知。`}
          none={t`和同事没有关系`}
          field={{ value: aboutPersonId, onChange: (event) => setAboutPerson(event.currentTarget.value) }}
        />
      ) : 'companionshipId' in about ? (
        <Checkbox
          label={t`这件事和负责的社会工作者有关，请不要告诉他或她`}
          checked={aboutWorker}
          onChange={() => setAboutWorker(!aboutWorker)}
        />
      ) : null}
      {ofTeam && 'childId' in about && may('progress.decide') ? (
        <Checkbox
          label={t`先停住这个孩子的成长卡片，外面的人都看不到`}
          checked={freezeCards}
          onChange={() => setFreezeCards(!freezeCards)}
        />
      ) : null}
      {problem ? <div role="alert">{problem}</div> : null}
      <div className={styles['actions']}>
        <Button type="submit" color="danger" loading={fetching}>
          <Trans>马上告诉他们</Trans>
        </Button>
        {close ? (
          <Button variant="default" onClick={close}>
            <Trans>先不说</Trans>
          </Button>
        ) : null}
      </div>
    </form>
  );
}

const ANYBODY = 'anybody';

function draftOf(about: About): string {
  if ('childId' in about) return about.childId;
  return 'companionshipId' in about ? about.companionshipId : ANYBODY;
}
