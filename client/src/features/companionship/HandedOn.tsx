import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import type { CompanionshipQuery } from '../../gql/graphql.js';
import { Fact, Facts } from '../../ui/facts/Facts.js';
import { useFormat } from '../../ui/format/use-format.js';

type Companionship = NonNullable<CompanionshipQuery['companionship']>;

/** Who walked with the child before, who goes on, and what the one who goes on may read. */
export function HandedOnFacts({ companionship }: { readonly companionship: Companionship }) {
  const { t } = useLingui();
  const format = useFormat();
  const { handedOnFrom, handedOnTo, handedOn } = companionship;
  if (!handedOnFrom && !handedOnTo) return null;
  const chosen = new Set(handedOn?.chosen);
  const notes = handedOn?.notes.length ?? 0;
  const items = [
    ...(chosen.has('GOALS') ? [t`一起要做的和慢慢长出来的`] : []),
    ...(chosen.has('MEETING') ? [t`见面的地点和次数`] : []),
    ...(chosen.has('STEPS') ? [t`还没有做完的小事`] : []),
    ...(notes > 0 ? [t`联系里记的话（${notes} 条）`] : []),
  ];
  return (
    <Facts>
      {handedOnFrom ? (
        <Fact name={<Trans>以前的陪伴者</Trans>}>
          <Link to={`/agency/companionships/${encodeURIComponent(handedOnFrom.id)}`}>
            <Trans>
              {handedOnFrom.volunteer.name}，{handedOnFrom.endedOn ? format.day(handedOnFrom.endedOn) : ''} 结束
            </Trans>
          </Link>
        </Fact>
      ) : null}
      {handedOnFrom ? (
        <Fact name={<Trans>可以看到以前的</Trans>}>
          {items.length === 0 ? <Trans>什么也不看</Trans> : format.list(items)}
        </Fact>
      ) : null}
      {handedOnTo ? (
        <Fact name={<Trans>后来的陪伴者</Trans>}>
          <Link to={`/agency/companionships/${encodeURIComponent(handedOnTo.id)}`}>{handedOnTo.volunteer.name}</Link>
        </Fact>
      ) : null}
    </Facts>
  );
}
