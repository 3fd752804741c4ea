import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useMay } from '../../app/session/session-context.js';
import type { CompanionshipQuery } from '../../gql/graphql.js';
import { Fact, Facts } from '../../ui/facts/Facts.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card } from '../../ui/page/Page.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { COVER_END_WORDS, STATE_WORDS } from './companionship-words.js';
import styles from './companionship.module.css';
import { settingNumber } from './settings-view.js';

// Seldom used, and it asks the matching: loaded once it is opened.
const CoverForm = lazy(() => import('./CoverForm.js'));

export interface CoverProps {
  readonly companionship: NonNullable<CompanionshipQuery['companionship']>;
  readonly settings: CompanionshipQuery['agencySettings'];
  readonly reload: () => void;
}

/** While the companion is away, or will be: another volunteer stands in. Open where nobody does and somebody should. */
export function FindCover({ companionship, settings, reload }: CoverProps) {
  const may = useMay();
  const [search] = useSearchParams();
  const { state, cover, standIn, absentOn, blockers } = companionship;
  const familyStopped = blockers.some(({ code }) => code === 'FAMILY_SAID_STOP');
  const [open, setOpen] = useState(Boolean(absentOn) || search.get('step') === 'cover');
  const begun = state === 'ACTIVE' || state === 'PAUSED';
  if (!begun || cover || standIn || familyStopped || !may('companionship.prepare') || !may('match.read')) return null;
  return (
    <details
      className={styles['fold']}
      data-print="no"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <Trans>志愿者不在时，找一位代为陪伴</Trans>
      </summary>
      {open ? (
        <Card>
          <p>
            <Trans>
              这一段留着，不结束。代为陪伴的志愿者、家庭和孩子都要问一遍；到了最后一天，或原来的志愿者回来，就自动结束。
            </Trans>
          </p>
          <Suspense fallback={<LoadingState lines={4} />}>
            <CoverForm
              companionship={companionship}
              longest={settingNumber(settings, 'coverMaxDays')}
              reload={reload}
            />
          </Suspense>
        </Card>
      ) : null}
    </details>
  );
}

/** Who is away since when, who stands in for whom, and until when. */
export function CoverFacts({ companionship }: Pick<CoverProps, 'companionship'>) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { cover, standsInFor, standIn, absentOn } = companionship;
  if (!cover && !standIn && !absentOn) return null;
  return (
    <Facts>
      {absentOn ? <Fact name={<Trans>志愿者不在，从</Trans>}>{format.day(absentOn)}</Fact> : null}
      {standIn?.cover ? (
        <Fact name={<Trans>代为陪伴的志愿者</Trans>}>
          <Link to={`/agency/companionships/${encodeURIComponent(standIn.id)}`}>
            <Trans>
              {standIn.volunteer.name}，到 {format.day(standIn.cover.until)}（{i18n._(STATE_WORDS[standIn.state].word)}
              ）
            </Trans>
          </Link>
        </Fact>
      ) : absentOn ? (
        <Fact name={<Trans>代为陪伴的志愿者</Trans>}>
          <Trans>还没有人</Trans>
        </Fact>
      ) : null}
      {standsInFor ? (
        <Fact name={<Trans>代谁陪伴</Trans>}>
          <Link to={`/agency/companionships/${encodeURIComponent(standsInFor.id)}`}>{standsInFor.volunteer.name}</Link>
        </Fact>
      ) : null}
      {cover ? (
        <Fact name={<Trans>代为陪伴的日子</Trans>}>
          <Trans>
            {format.day(cover.from)} 到 {format.day(cover.until)}
          </Trans>
        </Fact>
      ) : null}
      {cover?.end ? <Fact name={<Trans>为什么结束</Trans>}>{i18n._(COVER_END_WORDS[cover.end])}</Fact> : null}
    </Facts>
  );
}
