import { Trans, useLingui } from '@lingui/react/macro';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from 'urql';
import type { MyRightsQuery } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button } from '../../ui/button/Button.js';
import { useFormat } from '../../ui/format/use-format.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { GROUND_WORDS, RIGHT_WORDS, STATE_TONES, STATE_WORDS } from './rights-words.js';
import { TAKE_BACK_RIGHT } from './rights.operations.js';
import styles from './rights.module.css';

type Mine = MyRightsQuery['myRights'][number];

/** One request with its answer, as its asker reads it. */
export function MyRequest({ request, reload }: { readonly request: Mine; readonly reload: () => void }) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const toast = useToast();
  const [{ fetching }, takeBack] = useMutation(TAKE_BACK_RIGHT);
  const { id, right, state, askedAt, dueOn, words, about, shouldBe, version } = request;
  const back = async (): Promise<void> => {
    const { data } = await takeBack({ input: { rightsRequestId: id, version } });
    toast(
      data?.takeBackRight.__typename === 'MyRightsRequest'
        ? { message: t`收回了，我们不再办理。` }
        : { tone: 'danger', message: t`没有收回，请换成最新的内容再看看。` },
    );
    reload();
  };
  return (
    <li className={styles['request']}>
      <div className={styles['head']}>
        <h3>{i18n._(RIGHT_WORDS[right])}</h3>
        <StateBadge tone={STATE_TONES[state]}>{i18n._(STATE_WORDS[state])}</StateBadge>
      </div>
      <p className={styles['quiet']}>
        <Trans>{format.instant(askedAt)} 提出</Trans>
      </p>
      {about ? (
        <p>
          <Trans>
            您说：{about}应该是“{shouldBe ?? ''}”。
          </Trans>
        </p>
      ) : null}
      {words ? <blockquote className={styles['words']}>{words}</blockquote> : null}
      <Answer request={request} />
      {state === 'RECEIVED' ? (
        <>
          <p>
            <Trans>最晚 {format.day(dueOn)} 以前给您答复。</Trans>
          </p>
          <div>
            <Button variant="subtle" loading={fetching} onClick={() => void back()}>
              <Trans>收回这个请求</Trans>
            </Button>
          </div>
        </>
      ) : null}
    </li>
  );
}

function Answer({ request }: { readonly request: Mine }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { id, right, state, ground, reason, before, after, readyUntil } = request;
  // As of when the page was opened; the server has the last word.
  if (state === 'REFUSED') {
    return (
      <div className={styles['answer']}>
        {ground ? <p>{i18n._(GROUND_WORDS[ground])}</p> : null}
        {reason ? <p className={styles['written']}>{reason}</p> : null}
        <p>
          <Trans>
            不同意这个答复？可以向当地网信部门反映，也可以打 <a href="tel:12345">12345</a>。
          </Trans>
        </p>
      </div>
    );
  }
  if (state !== 'GIVEN') return null;
  if (right === 'CORRECT') {
    return (
      <p className={styles['answer']}>
        <Trans>
          原来是“{before ?? ''}”，现在是“{after ?? ''}”。
        </Trans>
      </p>
    );
  }
  if (!readyUntil) return null;
  const path = `/files/rights/${encodeURIComponent(id)}`;
  const language = i18n.locale === 'en' ? 'en' : 'zh';
  return (
    <div className={styles['answer']}>
      <p>
        <Trans>可以下载到 {format.instant(readyUntil)}。里面是个人信息，请存在只有您能打开的地方。</Trans>
      </p>
      <p className={styles['files']}>
        {right === 'COPY' ? (
          <a className={styles['file']} href={`${path}/copy.pdf?lang=${language}`} download>
            <IconDownload size={18} stroke={1.75} aria-hidden />
            <Trans>可以读的 PDF</Trans>
          </a>
        ) : null}
        <a className={styles['file']} href={`${path}/copy.json`} download>
          <IconDownload size={18} stroke={1.75} aria-hidden />
          <Trans>电脑可以读的文件</Trans>
        </a>
      </p>
    </div>
  );
}
