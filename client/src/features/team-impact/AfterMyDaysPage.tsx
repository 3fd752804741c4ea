import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconDownload } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useMutation, useQuery } from 'urql';
import type { AfterMyDaysQuery } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { HandsWithBook } from '../../ui/drawings/HandsWithBook.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { dataLang } from '../../ui/format/text-lang.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Page, Section } from '../../ui/page/Page.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { AFTER_MY_DAYS, SAY_INTEREST } from './team-impact.operations.js';
import styles from './team-impact.module.css';

type Mine = AfterMyDaysQuery['afterMyDays'];

/** One's own service with a team: the time, the certificate, and a way to go on. */
export default function AfterMyDaysPage() {
  const { t } = useLingui();
  const [{ data, error }, load] = useQuery({ query: AFTER_MY_DAYS, requestPolicy: 'cache-and-network' });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  return (
    <Page title={t`和团队服务过的日子`} width="narrow">
      {error && !data ? (
        <ErrorState error={error} retry={reload} />
      ) : !data ? (
        <LoadingState lines={4} />
      ) : data.afterMyDays.services.length === 0 ? (
        <EmptyState drawing={<HandsWithBook />} title={<Trans>还没有服务的时间</Trans>}>
          <p>
            <Trans>活动结束、机构写好说明以后，您的时间和证明会出现在这里。</Trans>
          </p>
        </EmptyState>
      ) : (
        <Services mine={data.afterMyDays} reload={reload} />
      )}
    </Page>
  );
}

function Services({ mine, reload }: { readonly mine: Mine; readonly reload: () => void }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const lang = i18n.locale === 'en' ? 'en' : 'zh';
  return (
    <>
      {mine.services.map(({ id, teamName, theme, themeEn, onDate, minutes }) => (
        <Card key={id}>
          <h2>{lang === 'en' && themeEn ? themeEn : theme}</h2>
          <p className={styles['quiet']}>
            {format.dayOfWeek(onDate)} · <span lang={dataLang(teamName)}>{teamName}</span> ·{' '}
            <Plural value={minutes} other="# 分钟" />
          </p>
          <a
            className={styles['file']}
            href={`/files/certificates/${encodeURIComponent(id)}/service.pdf?lang=${lang}`}
            download
          >
            <IconDownload size={18} stroke={1.75} aria-hidden />
            <Trans>下载服务证明（PDF）</Trans>
          </a>
        </Card>
      ))}
      <Longer interest={mine.interest ?? undefined} reload={reload} />
    </>
  );
}

function Longer({ interest, reload }: { readonly interest: Mine['interest']; readonly reload: () => void }) {
  const [{ fetching }, say] = useMutation(SAY_INTEREST);
  const [problem, setProblem] = useState<ReactNode>(null);
  const act = async (wants: boolean): Promise<void> => {
    const { data, error } = await say({ input: { wants } });
    setProblem(data ? null : <RequestFault error={error} />);
    reload();
  };
  return (
    <Section
      title={<Trans>想陪伴一个孩子更久吗？</Trans>}
      lead={
        <Trans>
          一对一的成长陪伴从谈话开始。以后的培训、记录查询和协议，一样也不能少；哪个孩子，由机构、家庭和孩子自己决定。
        </Trans>
      }
    >
      {interest === 'SAID' ? (
        <>
          <p role="status">
            <Trans>机构知道了，会和您联系。</Trans>
          </p>
          <Button variant="default" loading={fetching} onClick={() => void act(false)}>
            <Trans>现在不想了</Trans>
          </Button>
        </>
      ) : interest === 'ANSWERED' ? (
        <p role="status">
          <Trans>机构和您谈过了。还差什么，请看“准备情况”。</Trans>
        </p>
      ) : (
        <Button loading={fetching} onClick={() => void act(true)}>
          <Trans>我想谈一谈</Trans>
        </Button>
      )}
      {problem ? <div role="alert">{problem}</div> : null}
    </Section>
  );
}
