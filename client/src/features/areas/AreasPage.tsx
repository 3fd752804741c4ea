import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation, useQuery } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button, LinkButton } from '../../ui/button/Button.js';
import { MovingDesk } from '../../ui/drawings/MovingDesk.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Page, Section } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { AreaForm } from './AreaForm.js';
import { AreaMap, type Area } from './AreaMap.js';
import { CLOSE_AREA, SERVICE_AREAS } from './areas.operations.js';
import styles from './areas.module.css';

/** Parts of town that the agency serves: distances in the matching come from here, from no outside map. */
export default function AreasPage() {
  const { t, i18n } = useLingui();
  const may = useMay();
  const [{ data, error }, load] = useQuery({ query: SERVICE_AREAS });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  const name = (area: Area): string => (i18n.locale === 'en' && area.nameEn !== '' ? area.nameEn : area.name);
  return (
    <Page
      title={t`服务区域`}
      lead={<Trans>匹配时的远近，按这里的位置直线计算，不用外面的地图。</Trans>}
      actions={
        <LinkButton to="/agency/settings" variant="default">
          <Trans>机构设置</Trans>
        </LinkButton>
      }
    >
      {error && !data ? (
        <ErrorState error={error} retry={reload} />
      ) : !data ? (
        <LoadingState lines={6} />
      ) : (
        <>
          <Unmapped unmapped={data.serviceAreas.unmapped} />
          {data.serviceAreas.areas.length === 0 ? (
            <EmptyState drawing={<MovingDesk />} title={<Trans>还没有服务区域</Trans>}>
              <p>
                <Trans>加上几个区域，匹配就知道谁和谁住得近。</Trans>
              </p>
            </EmptyState>
          ) : (
            <>
              <AreaMap areas={data.serviceAreas.areas} name={name} />
              <ul className={styles['areas']}>
                {data.serviceAreas.areas.map((area) => (
                  <li key={area.id}>
                    <AreaCard area={area} name={name(area)} reload={reload} />
                  </li>
                ))}
              </ul>
            </>
          )}
          {may('setting.change') ? (
            <Section title={<Trans>加一个区域</Trans>}>
              <Card>
                <AreaForm reload={reload} />
              </Card>
            </Section>
          ) : null}
        </>
      )}
      <WhoSees permission="setting.read" />
    </Page>
  );
}

function Unmapped({ unmapped }: { readonly unmapped: readonly { readonly code: string; readonly people: number }[] }) {
  const { t } = useLingui();
  const format = useFormat();
  if (unmapped.length === 0) return null;
  const codes = format.list(unmapped.map(({ code, people }) => t`${code}（${people} 人）`));
  return (
    <Card tone="waiting">
      <p className={styles['line']}>
        <strong>
          <Trans>有人住的区域还没有位置：{codes}。</Trans>
        </strong>
      </p>
      <p className={styles['line']}>
        <Trans>没有位置，匹配算不出远近。在下面加上同样代码的区域，就好了。</Trans>
      </p>
    </Card>
  );
}

interface AreaCardProps {
  readonly area: Area;
  readonly name: string;
  readonly reload: () => void;
}

function AreaCard({ area, name, reload }: AreaCardProps) {
  const may = useMay();
  const format = useFormat();
  const [{ fetching }, close] = useMutation(CLOSE_AREA);
  const [problem, setProblem] = useState<ReactNode>(null);
  const submit = async (): Promise<void> => {
    const { data, error } = await close({ input: { serviceAreaId: area.id, version: area.version } });
    if (!data) return setProblem(<RequestFault error={error} />);
    const { __typename: kind } = data.closeServiceArea;
    if (kind === 'NotFound' || kind === 'StaleVersion')
      return setProblem(<CommonRefusal kind={kind} reload={reload} />);
    reload();
  };
  const closed = area.closedOn ? format.day(area.closedOn) : '';
  return (
    <Card>
      <h2 className={styles['name']}>
        {name} <span className={styles['quiet']}>{area.code}</span>
      </h2>
      <p className={styles['line']}>
        <Where area={area} /> <Trans>{area.people} 人住在这里。</Trans>
      </p>
      {area.closedOn ? (
        <StateBadge tone="quiet">
          <Trans>{closed}起不再服务</Trans>
        </StateBadge>
      ) : null}
      {may('setting.change') ? (
        <details className={styles['fold']} data-print="no">
          <summary>
            <Trans>改名、移动或关闭</Trans>
          </summary>
          <AreaForm key={area.version} area={area} reload={reload} />
          {area.closedOn ? null : (
            <div className={styles['actions']}>
              <Button variant="default" loading={fetching} onClick={() => void submit()}>
                <Trans>不再服务“{name}”</Trans>
              </Button>
              <p className={styles['quiet']}>
                <Trans>住在那里的人不变，位置也留着。</Trans>
              </p>
            </div>
          )}
          {problem ? <div role="alert">{problem}</div> : null}
        </details>
      ) : null}
    </Card>
  );
}

/** Metres in the direction in which they lie. */
function Where({ area: { x, y } }: { readonly area: Area }) {
  const [wide, high] = [Math.abs(x), Math.abs(y)];
  if (x >= 0) {
    return y >= 0 ? (
      <Trans>
        向东 {wide} 米，向北 {high} 米。
      </Trans>
    ) : (
      <Trans>
        向东 {wide} 米，向南 {high} 米。
      </Trans>
    );
  }
  return y >= 0 ? (
    <Trans>
      向西 {wide} 米，向北 {high} 米。
    </Trans>
  ) : (
    <Trans>
      向西 {wide} 米，向南 {high} 米。
    </Trans>
  );
}
