import { Trans, useLingui } from '@lingui/react/macro';
import { groupedCardCode } from '@tongxing/shared/rules';
import { useParams } from 'react-router';
import { useMutation, useQuery } from 'urql';
import type { FamilyCardQuery } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { Page } from '../../ui/page/Page.js';
import { Sheet } from '../../ui/sheet/Sheet.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { NotFoundState } from '../../ui/states/NotFoundState.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { FAMILY_CARD, MAKE_FAMILY_CARD } from './family-card.operations.js';
import styles from './family-card.module.css';

type Card = NonNullable<FamilyCardQuery['familyCard']>;

/** The card to print: who the companion is, what holds when they meet, and how child and family say stop. */
export default function FamilyCardPage() {
  const { t } = useLingui();
  const toast = useToast();
  const { id: companionshipId = '' } = useParams();
  const [{ data, error }, load] = useQuery({ query: FAMILY_CARD, variables: { companionshipId } });
  const [{ fetching }, make] = useMutation(MAKE_FAMILY_CARD);
  const reload = (): void => load({ requestPolicy: 'network-only' });
  if (error && !data) return <ErrorState page error={error} retry={reload} />;
  if (!data) return <LoadingState lines={6} />;
  const card = data.familyCard;
  if (!card) return <NotFoundState home="/agency/companionships" />;
  const makeOne = async (): Promise<void> => {
    const { data: made } = await make({ input: { companionshipId } });
    if (made?.makeFamilyCard.__typename === 'FamilyCard') toast({ message: t`卡片做好了，可以打印。` });
    else toast({ tone: 'danger', message: t`没有做成，请再试一次。` });
    reload();
  };
  return (
    <Page
      title={t`家庭卡`}
      width="narrow"
      lead={
        // For whoever prints it, not for the family.
        <span data-print="no">
          <Trans>打印一张，当面交给孩子和家人，念给他们听。卡上没有孩子的名字，丢了也不会暴露是谁。</Trans>
        </span>
      }
      actions={
        <Button variant={card.code ? 'default' : 'filled'} loading={fetching} onClick={() => void makeOne()}>
          {card.code ? <Trans>卡丢了，换一个新的代码</Trans> : <Trans>做一张卡</Trans>}
        </Button>
      }
    >
      <Sheet title={t`您家的陪伴者`} heading="p">
        <CardText card={card} />
      </Sheet>
    </Page>
  );
}

function CardText({ card }: { readonly card: Card }) {
  const { agencyName, companionName, workerName } = card;
  const phone = card.workerPhone ?? card.agencyPhone;
  return (
    <div className={styles['card']}>
      <p>
        <Trans>
          陪伴孩子的人是 <strong>{companionName}</strong>，由{agencyName}安排。机构核对过身份、培训和违法犯罪记录查询。
        </Trans>
      </p>
      <h2>
        <Trans>见面时，大家都守这些约定</Trans>
      </h2>
      <ul className={styles['rules']}>
        <li>
          <Trans>只在约好的、别人看得到的地方见面，附近有另一位大人。</Trans>
        </li>
        <li>
          <Trans>不私下加微信，不私下发消息，不单独带孩子去别处，不过夜。</Trans>
        </li>
        <li>
          <Trans>不给钱，不送计划以外的礼物，也不收您的东西。</Trans>
        </li>
        <li>
          <Trans>不拍照，不对别人讲孩子和家里的事。</Trans>
        </li>
        <li>
          <Trans>孩子不想要了，随时可以停，不用说原因，别的帮助一样都不会少。</Trans>
        </li>
      </ul>
      <h2>
        <Trans>想停下来，或者觉得有事不对</Trans>
      </h2>
      <p>
        {phone ? (
          <Trans>
            打电话给{workerName}：<strong>{phone}</strong>
          </Trans>
        ) : (
          <>
            <Trans>打电话到机构，找{workerName}。</Trans>
            <span className={styles['blank']} aria-hidden />
          </>
        )}
      </p>
      {card.code ? (
        <>
          <p>
            <Trans>
              也可以用任何一部手机打开 <strong>{`${window.location.host}/card`}</strong>，输入这个代码：
            </Trans>
          </p>
          <p className={styles['code']}>{groupedCardCode(card.code)}</p>
          <p>
            <Trans>不用账号，不用名字。陪伴者看不到是谁说的、说了什么。</Trans>
          </p>
        </>
      ) : (
        <p data-print="no">
          <Trans>还没有代码。先按“做一张卡”，再打印。</Trans>
        </p>
      )}
      <p>
        <Trans>孩子正有危险，先打 110。</Trans>
      </p>
    </div>
  );
}
