import { Trans, useLingui } from '@lingui/react/macro';
import { newApplyCode } from '@tongxing/shared/rules';
import { useEffect, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { readFragment } from '../../gql/index.js';
import type { Apply_FormFragment } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { HandsWithBook } from '../../ui/drawings/HandsWithBook.js';
import { FieldGroup } from '../../ui/fields/FieldGroup.js';
import { Radio } from '../../ui/fields/fields.js';
import { Card, Page } from '../../ui/page/Page.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { APPLY_FORM, APPLY_FORMS } from './applying.operations.js';
import styles from './applying.module.css';
import { BegunHereList } from './BegunHereList.js';
import { newDraft } from './draft.js';
import { keepDraft } from './kept-drafts.js';
import { pickBelow } from './pick-below.js';
import type { BegunHere } from './use-draft.js';

/** A stranger's first page: what it is about, how long it takes, and the beginning. */
export default function ApplyPage() {
  const { t } = useLingui();
  const [address] = useSearchParams();
  const link = address.get('team') ?? address.get('invitation') ?? undefined;
  const [{ data, error }, load] = useQuery({ query: APPLY_FORMS, variables: { link: link ?? null } });
  const forms = data?.applyForms.map((form) => readFragment(APPLY_FORM, form));
  if (error && !forms) return <ErrorState error={error} retry={() => load({ requestPolicy: 'network-only' })} />;
  if (!forms) return <LoadingState lines={5} />;
  const [first] = forms;
  if (!first) return <Closed byLink={link !== undefined} />;
  return (
    <Page
      title={first.linkName ? t`${first.linkName}：报名做志愿者` : t`报名做志愿者`}
      width="narrow"
      lead={<Trans>陪一个孩子读书、游戏、长大。先说说您自己，大约十分钟；写到哪里都可以停，回来接着写。</Trans>}
    >
      <BegunHereList />
      <Card>
        <Begin forms={forms} link={link} />
      </Card>
      <section className={styles['fields']} aria-labelledby="after">
        <h2 id="after">
          <Trans>送出以后</Trans>
        </h2>
        <ol className={styles['what']}>
          <li>
            <Trans>同事打电话给您，约一次面谈。</Trans>
          </li>
          <li>
            <Trans>请一位认识您的人说几句。未满十八周岁的，先问监护人。</Trans>
          </li>
          <li>
            <Trans>查询违法犯罪记录，参加培训，签协议。每一位成年人都一样，没有例外。</Trans>
          </li>
          <li>
            <Trans>社会工作者陪您开始。</Trans>
          </li>
        </ol>
      </section>
      <p>
        <Trans>
          报过名，换了手机？<Link to="/apply/back">找回我的报名</Link>
        </Trans>
      </p>
    </Page>
  );
}

interface BeginProps {
  readonly forms: readonly Apply_FormFragment[];
  readonly link: string | undefined;
}

function Begin({ forms, link }: BeginProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [chosen, choose] = useState(forms.length === 1 ? forms[0]?.agencyId : undefined);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const form = forms.find(({ agencyId }) => agencyId === chosen);
  const begin = async (): Promise<void> => {
    if (!form) return setAsked(true);
    setBusy(true);
    const code = newApplyCode(pickBelow);
    const handed: BegunHere = { agencyId: form.agencyId, link };
    // Where the device keeps nothing the address hands it over; the page then says so.
    await keepDraft(newDraft(code, form.agencyId, link)).catch(() => undefined);
    await navigate(`/apply/${code}`, { state: handed });
  };
  return (
    <div className={styles['fields']}>
      {forms.length > 1 ? (
        <FieldGroup label={t`在哪一家机构`} error={asked && !form ? t`请选一家。` : undefined}>
          {forms.map(({ agencyId, agencyName }) => (
            <Radio
              key={agencyId}
              name="agency"
              label={agencyName}
              checked={agencyId === chosen}
              onChange={() => choose(agencyId)}
            />
          ))}
        </FieldGroup>
      ) : (
        <p>
          <strong>{form?.agencyName}</strong>
        </p>
      )}
      {form ? (
        <p className={styles['quiet']}>
          <Trans>年满 {form.minimumAge} 周岁就可以报名。</Trans>{' '}
          {form.agencyPhone ? (
            <Trans>
              想先问一问：<a href={`tel:${form.agencyPhone}`}>{form.agencyPhone}</a>
            </Trans>
          ) : null}
        </p>
      ) : null}
      <div>
        <Button size="md" loading={busy} onClick={() => void begin()}>
          <Trans>开始报名</Trans>
        </Button>
      </div>
    </div>
  );
}

function Closed({ byLink }: { readonly byLink: boolean }) {
  const { t } = useLingui();
  useEffect(() => {
    document.title = t`报名做志愿者`;
  }, [t]);
  return (
    <>
      <EmptyState
        heading="h1"
        drawing={<HandsWithBook />}
        title={byLink ? <Trans>这个报名链接已经关了</Trans> : <Trans>现在没有开放报名</Trans>}
      >
        <p>
          {byLink ? (
            <Trans>请向给您链接的人要一个新的，或者看看开放的报名。</Trans>
          ) : (
            <Trans>谢谢您想来。过些日子再看看，或者直接打电话给您知道的机构。</Trans>
          )}
        </p>
        <p>
          {byLink ? (
            <Link to="/apply">
              <Trans>看看开放的报名</Trans>
            </Link>
          ) : (
            <Link to="/apply/back">
              <Trans>找回我的报名</Trans>
            </Link>
          )}
        </p>
      </EmptyState>
      <BegunHereList />
    </>
  );
}
