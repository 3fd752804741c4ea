import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { readFragment } from '../../gql/index.js';
import { dataLang } from '../../ui/format/text-lang.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Page, Section } from '../../ui/page/Page.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { NotFoundState } from '../../ui/states/NotFoundState.js';
import { Told } from './Editions.js';
import { PackHours } from './PackHours.js';
import { COMPANY_PACK, EDITION, PACK_HEAD } from './team-pack.operations.js';
import { useTheme } from './use-theme.js';
import styles from './team-pack.module.css';

/** What a team's day came to, as it was sent; names of the own people, and nobody else's. */
export default function CompanyPackPage() {
  const { t } = useLingui();
  const format = useFormat();
  const theme = useTheme();
  const { id = '' } = useParams();
  const [{ data, error }, load] = useQuery({
    query: COMPANY_PACK,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  if (error && !data) return <ErrorState page error={error} retry={() => load({ requestPolicy: 'network-only' })} />;
  if (!data) return <LoadingState lines={6} />;
  if (!data.companyPack) return <NotFoundState home="/company/packs" />;
  const { lines, participants, thanks } = data.companyPack;
  const head = readFragment(PACK_HEAD, data.companyPack.head);
  const told = readFragment(EDITION, data.companyPack.told);
  return (
    <Page
      title={t`${theme(head)}：之后`}
      width="narrow"
      lead={
        <span className={styles['row']}>
          <span>{format.dayOfWeek(head.onDate)}</span>
          <span lang={dataLang(head.teamName)}>{head.teamName}</span>
        </span>
      }
    >
      {told.why ? (
        <Card tone="waiting">
          <Trans>这是更正的第 {told.number} 版：</Trans>
          <span lang={dataLang(told.why)}>{told.why}</span>
        </Card>
      ) : null}
      <Section title={<Trans>同事们的服务时间</Trans>}>
        <PackHours lines={lines} />
      </Section>
      <Section title={<Trans>机构的话</Trans>}>
        <Told debrief={told.debrief} outcomes={told.outcomes} />
        <p>
          {participants == null ? (
            <Trans>来的孩子少的时候，我们不说人数，免得有人被认出来。</Trans>
          ) : (
            <Plural value={participants} other="那天有 # 个孩子参加。" />
          )}
        </p>
      </Section>
      {thanks.length > 0 ? (
        <Section title={<Trans>孩子说的话</Trans>} lead={<Trans>家庭同意给您看。请不要转发，也不要打听是谁。</Trans>}>
          {thanks.map((words) => (
            <div key={words} className={styles['voice']}>
              <blockquote lang={dataLang(words)}>{words}</blockquote>
            </div>
          ))}
        </Section>
      ) : null}
      <p className={styles['quiet']}>
        <Trans>
          {format.instant(told.sentAt)}，{told.sentBy}发出。指纹：<code className={styles['code']}>{told.hash}</code>
        </Trans>
      </p>
    </Page>
  );
}
