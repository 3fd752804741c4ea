import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import { readFragment } from '../../gql/index.js';
import type { AgreementKind, Template_AgreementFragment } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { LinkButton } from '../../ui/button/Button.js';
import { useFormat } from '../../ui/format/use-format.js';
import { FilterChips } from '../../ui/list/FilterChips.js';
import { useUrlFilters } from '../../ui/list/use-url-filters.js';
import { Card, Page, Section } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { KIND } from './agreement-words.js';
import { TEMPLATE, TEMPLATES } from './agreements.operations.js';
import styles from './agreements.module.css';
import { ReleaseForm } from './ReleaseForm.js';
import { TextForm } from './TextForm.js';

type Template = Template_AgreementFragment;
const KEYS = ['kind'] as const;

/** The agency's texts of agreements: what is signed now, every version before it, and the next one in writing. */
export default function TextsPage() {
  const { t, i18n } = useLingui();
  const may = useMay();
  const { values, set } = useUrlFilters(KEYS);
  const kind: AgreementKind = values.kind === 'family' ? 'SERVICE' : 'VOLUNTEER';
  const [{ data, error }, load] = useQuery({ query: TEMPLATES, requestPolicy: 'cache-and-network' });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  const all = data?.agreementTemplates.map((one) => readFragment(TEMPLATE, one)).filter((one) => one.kind === kind);
  const draft = all?.find(({ releasedAt }) => !releasedAt);
  const released = all?.filter(({ releasedAt }) => releasedAt) ?? [];
  return (
    <Page
      title={t`协议的文本`}
      lead={<Trans>机构自己的文字，中文和英文各一份，旁边用平常的话说一遍。发布以后不再改；要改，就写新的一版。</Trans>}
      actions={
        <LinkButton variant="default" to="/agency/agreements">
          <Trans>全部协议</Trans>
        </LinkButton>
      }
    >
      <FilterChips
        label={t`和谁签`}
        chips={[
          { value: '', label: i18n._(KIND.VOLUNTEER) },
          { value: 'family', label: i18n._(KIND.SERVICE) },
        ]}
        value={kind === 'SERVICE' ? 'family' : ''}
        choose={(value) => set('kind', value)}
      />
      {error && !data ? (
        <ErrorState error={error} retry={reload} />
      ) : !all ? (
        <LoadingState lines={6} />
      ) : (
        <>
          <Section title={<Trans>发布过的</Trans>}>
            {released.length === 0 ? (
              <Card>
                <p>
                  <Trans>还没有发布过。发布第一版以后，就可以请人签了。</Trans>
                </p>
              </Card>
            ) : (
              released.map((one, at) => <Version key={one.id} template={one} current={at === 0} />)
            )}
          </Section>
          {may('agreement.write') ? (
            <Section title={<Trans>写新的一版</Trans>} lead={<Trans>先存成草稿，同事也看得到，想好了再发布。</Trans>}>
              <Card>
                <TextForm
                  key={`${kind}.${draft?.id ?? 'new'}.${String(draft?.version ?? 0)}`}
                  kind={kind}
                  draft={draft}
                  before={released[0]}
                  reload={reload}
                />
              </Card>
              {draft ? <ReleaseForm key={draft.id} draft={draft} again={released.length > 0} reload={reload} /> : null}
            </Section>
          ) : null}
        </>
      )}
      <WhoSees permission="agreement.write" />
    </Page>
  );
}

function Version({ template, current }: { readonly template: Template; readonly current: boolean }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const english = i18n.locale === 'en';
  const { number, releasedAt, signBy, validDays } = template;
  return (
    <Card>
      <div className={styles['head']}>
        <h3>
          {english ? template.titleEn : template.titleZh} · <Trans>第 {number} 版</Trans>
        </h3>
        {current ? (
          <StateBadge tone="good">
            <Trans>现在签的是这一版</Trans>
          </StateBadge>
        ) : (
          <StateBadge tone="quiet">
            <Trans>以前的</Trans>
          </StateBadge>
        )}
      </div>
      <p className={styles['quiet']}>
        {releasedAt ? <Trans>{format.instant(releasedAt)} 发布</Trans> : null}
        {' · '}
        <Trans>有效 {validDays} 天</Trans>
        {signBy ? (
          <>
            {' · '}
            <Trans>请签过旧版的人在 {format.day(signBy)} 以前重签</Trans>
          </>
        ) : null}
      </p>
      <details>
        <summary>
          <Trans>看全文</Trans>
        </summary>
        <div className={styles['pair']}>
          <Words lang="zh-CN" title={template.titleZh} text={template.textZh} />
          <Words lang="en" title={template.titleEn} text={template.textEn} />
        </div>
      </details>
    </Card>
  );
}

function Words({ lang, title, text }: { readonly lang: string; readonly title: string; readonly text: string }) {
  return (
    <section className={styles['full']} lang={lang}>
      <h4>{title}</h4>
      {text.split(/\n+/).map((line) => (
        <p key={line}>{line}</p>
      ))}
    </section>
  );
}
