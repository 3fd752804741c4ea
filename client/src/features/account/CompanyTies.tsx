import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation, useQuery } from 'urql';
import { CompanyNotice } from '../../app/session/CompanyNotice.js';
import { Button, LinkButton } from '../../ui/button/Button.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useFormat } from '../../ui/format/use-format.js';
import { dataLang } from '../../ui/format/text-lang.js';
import { Card, Section } from '../../ui/page/Page.js';
import { useToast } from '../../ui/toast/toast-context.js';
import styles from './account.module.css';
import { MY_COMPANY_SIGN_INS, UNTIE_COMPANY_SIGN_IN } from './account.operations.js';

/** The company's own sign-in, for whoever comes of a company; nothing where none is kept for them. */
export function CompanyTies() {
  const { t } = useLingui();
  const format = useFormat();
  const toast = useToast();
  const [{ data }, load] = useQuery({ query: MY_COMPANY_SIGN_INS, requestPolicy: 'network-only' });
  const [{ fetching }, untie] = useMutation(UNTIE_COMPANY_SIGN_IN);
  const [problem, setProblem] = useState<ReactNode>(null);
  if (!data || data.myCompanySignIns.length === 0) return <CompanyNotice />;
  const end = async (id: string): Promise<void> => {
    setProblem(null);
    const { data: done, error } = await untie({ id });
    if (!done) return setProblem(<RequestFault error={error} />);
    toast({ message: t`不再用公司账号登录了。` });
    load({ requestPolicy: 'network-only' });
  };
  return (
    <Section
      title={<Trans>用公司账号登录</Trans>}
      lead={<Trans>关联一次以后，可以从公司的登录页进来。我们只知道是您，不会拿到公司里的其他资料。</Trans>}
    >
      <CompanyNotice />
      {data.myCompanySignIns.map(({ id, name, tiePath, tiedAt }) => (
        <Card key={id}>
          <p className={styles['who']}>
            <strong lang={dataLang(name)}>{name}</strong>
            {tiedAt ? (
              <span>
                <Trans>{format.instant(tiedAt)}关联</Trans>
              </span>
            ) : (
              <span>
                <Trans>还没有关联</Trans>
              </span>
            )}
          </p>
          {tiedAt ? (
            <Button variant="default" loading={fetching} onClick={() => void end(id)}>
              <Trans>取消关联</Trans>
            </Button>
          ) : (
            <LinkButton to={tiePath} reloadDocument variant="default">
              <Trans>关联我的公司账号</Trans>
            </LinkButton>
          )}
        </Card>
      ))}
      {problem}
    </Section>
  );
}
