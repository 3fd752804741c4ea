import { Trans, useLingui } from '@lingui/react/macro';
import { declineLetter } from '@tongxing/shared/rules';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useLocale } from '../../app/i18n/use-locale.js';
import type { Apply_FormFragment, Own_ApplicationFragment } from '../../gql/graphql.js';
import { readFragment } from '../../gql/index.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button, LinkButton } from '../../ui/button/Button.js';
import { TwoPaths } from '../../ui/drawings/TwoPaths.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Page, Section } from '../../ui/page/Page.js';
import { Answers } from './Answers.js';
import type { Ready } from './ApplyForm.js';
import { APPLY_FORM } from './applying.operations.js';
import styles from './applying.module.css';
import { STATE, STEP, WAIT } from './applying-words.js';
import { Leave } from './Leave.js';
import { SaveProblem } from './SaveProblem.js';
import { StepFields, type AskingStep } from './StepFields.js';
import { todayHere } from './today-here.js';
import { useOwnSteps } from './use-own-steps.js';
import type { Saved } from './use-draft.js';

interface SentViewProps {
  readonly code: string;
  readonly own: Own_ApplicationFragment;
  readonly applying: Ready;
}
type Wish = Exclude<AskingStep, 'ABOUT' | 'REFEREES'>;
/** Wishes may change until the decision; what others were told stands. */
const WISHES: readonly Wish[] = ['INTERESTS', 'TIMES', 'PLACE', 'SKILLS', 'MOTIVE'];

/** How far it has come, what it waits for, and the agency's answer in kind words. */
export function SentView({ code, own, applying }: SentViewProps) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const form = readFragment(APPLY_FORM, own.form);
  const open = own.state === 'SENT' || own.state === 'TALKED';
  return (
    <Page title={t`您的报名`} width="narrow" lead={form.agencyName}>
      <Card tone={own.state === 'ACCEPTED' ? 'good' : undefined}>
        <div className={styles['fields']}>
          <div>
            <StateBadge tone={own.paused ? 'paused' : STATE[own.state].tone}>
              {own.paused ? <Trans>先放一放</Trans> : i18n._(STATE[own.state].word)}
            </StateBadge>
          </div>
          {own.sentAt ? (
            <p className={styles['quiet']}>
              <Trans>{format.dayOf(own.sentAt)} 送出</Trans>
            </p>
          ) : null}
          <Outcome own={own} />
          {open ? (
            <ul className={styles['what']}>
              {own.waits.map((wait) => (
                <li key={wait}>{i18n._(WAIT[wait])}</li>
              ))}
            </ul>
          ) : null}
          {form.agencyPhone ? (
            <p>
              <Trans>
                有什么想问的：<a href={`tel:${form.agencyPhone}`}>{form.agencyPhone}</a>
              </Trans>
            </p>
          ) : null}
          {open ? <Rest code={code} own={own} applying={applying} /> : null}
        </div>
      </Card>
      {open ? (
        <>
          <Wishes applying={applying} form={form} />
          <Leave code={code} applying={applying} />
        </>
      ) : null}
    </Page>
  );
}

function Outcome({ own }: { readonly own: Own_ApplicationFragment }) {
  const { locale } = useLocale();
  switch (own.state) {
    case 'ACCEPTED':
      return (
        <>
          <TwoPaths />
          <p>
            <Trans>太好了，{own.name}。短信里有一个链接，用它开通账号；接下来要做的每一步，都在您自己的页面上。</Trans>
          </p>
          <div>
            <LinkButton to="/sign-in" variant="default">
              <Trans>有账号了，去登录</Trans>
            </LinkButton>
          </div>
        </>
      );
    case 'DECLINED':
      return (
        <>
          <p>
            <Trans>{own.name}，谢谢您想来陪孩子们。</Trans>
          </p>
          <p>{declineLetter(own.declineReason ?? '', locale)}</p>
          {own.letter ? <p className={styles['letter']}>{own.letter}</p> : null}
        </>
      );
    case 'WITHDRAWN':
      return (
        <>
          <p>
            <Trans>您写的内容已经全部删掉了。谢谢您想来；以后想来，随时可以重新报名。</Trans>
          </p>
          <div>
            <LinkButton to="/apply" variant="default">
              <Trans>重新报名</Trans>
            </LinkButton>
          </div>
        </>
      );
    default:
      return null;
  }
}

function Rest({ code, own, applying }: SentViewProps) {
  const { pause, busy, problem } = useOwnSteps(code, applying);
  return (
    <>
      {problem ? <div role="alert">{problem}</div> : null}
      <div className={styles['actions']}>
        <Button variant={own.paused ? 'filled' : 'default'} loading={busy} onClick={() => void pause(!own.paused)}>
          {own.paused ? <Trans>继续</Trans> : <Trans>先放一放</Trans>}
        </Button>
        {own.paused ? null : (
          <span className={styles['quiet']}>
            <Trans>放一放的时候，没有人打电话来，什么也不会丢。</Trans>
          </span>
        )}
      </div>
    </>
  );
}

interface WishesProps {
  readonly applying: Ready;
  readonly form: Apply_FormFragment;
}

function Wishes({ applying, form }: WishesProps) {
  const { i18n } = useLingui();
  const { draft, change, save } = applying;
  const [address, setAddress] = useSearchParams();
  const [problem, setProblem] = useState<Saved>();
  const [busy, setBusy] = useState(false);
  const wish = WISHES.find((step) => step.toLowerCase() === address.get('step'));
  const close = (): void => setAddress({}, { preventScrollReset: true });
  const keep = async (): Promise<void> => {
    setBusy(true);
    const saved = await save();
    setBusy(false);
    setProblem(saved.kind === 'SAVED' ? undefined : saved);
    if (saved.kind === 'SAVED') close();
  };
  return (
    <Section title={<Trans>您写的</Trans>}>
      {wish ? (
        <Card>
          <form
            className={styles['fields']}
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              void keep();
            }}
          >
            <h3>{i18n._(STEP[wish])}</h3>
            <StepFields
              step={wish}
              form={form}
              answers={draft.answers}
              change={change}
              missing={[]}
              today={todayHere(new Date())}
            />
            {problem ? <SaveProblem saved={problem} /> : null}
            <div className={styles['actions']}>
              <Button type="submit" loading={busy}>
                <Trans>存好</Trans>
              </Button>
            </div>
          </form>
        </Card>
      ) : (
        <Answers
          form={form}
          answers={draft.answers}
          open={WISHES}
          go={(step) => setAddress({ step: step.toLowerCase() }, { preventScrollReset: true })}
        />
      )}
    </Section>
  );
}
