import { Trans, useLingui } from '@lingui/react/macro';
import { TextInput } from '@mantine/core';
import { useQuery } from 'urql';
import { useFormat } from '../../ui/format/use-format.js';
import { FilterChips } from '../../ui/list/FilterChips.js';
import { useUrlFilters } from '../../ui/list/use-url-filters.js';
import { Page } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { FAMILY_FIGURES } from './family-figures.operations.js';
import { dayIn } from './figure-view.js';
import { FigureSection } from './FigureSection.js';
import styles from './figures.module.css';

const FILTERS = ['on', 'for'] as const;
const OUTSIDE = 'outside';

/** What the agency's families have in common, each number with what it is a share of. */
export default function FiguresPage() {
  const { t } = useLingui();
  const format = useFormat();
  const filters = useUrlFilters(FILTERS);
  const on = dayIn(filters.values.on);
  const outside = filters.values.for === OUTSIDE;
  const [{ data, error }, load] = useQuery({
    query: FAMILY_FIGURES,
    variables: { on: on === '' ? null : on, outside },
    requestPolicy: 'cache-and-network',
  });
  const found = data?.familyFigures;
  const day = found ? format.day(found.on) : '';
  return (
    <Page title={t`家庭统计`} lead={<Trans>每个数字都写明它占谁的比例。点开一个数目，可以看到背后是哪些家庭。</Trans>}>
      <div className={styles['tools']} data-print="no">
        <FilterChips
          label={t`给谁看`}
          value={filters.values.for}
          choose={(value) => filters.set('for', value)}
          chips={[
            { value: '', label: t`机构内部` },
            { value: OUTSIDE, label: t`可以对外的版本` },
          ]}
        />
        <TextInput
          type="date"
          label={t`截至哪天`}
          value={on}
          onChange={(event) => filters.set('on', event.currentTarget.value)}
        />
      </div>
      {error && !data ? (
        <ErrorState error={error} retry={() => load({ requestPolicy: 'network-only' })} />
      ) : found ? (
        <>
          <p className={styles['note']} role="status">
            {outside ? (
              <Trans>截至{day}，可以给机构以外的人看：少于 5 的数目不显示，也不能用别的数目推算出来。</Trans>
            ) : (
              <Trans>截至{day}，机构内部使用。给外面的人看之前，请换成“可以对外的版本”。</Trans>
            )}
          </p>
          {found.figures.map((figure) => (
            <FigureSection key={figure.figure} figure={figure} on={on} outside={outside} />
          ))}
        </>
      ) : (
        <LoadingState lines={8} />
      )}
      <WhoSees permission="figure.read" />
    </Page>
  );
}
