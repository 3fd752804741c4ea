import { Trans } from '@lingui/react/macro';
import type { RefObject } from 'react';
import type { CombinedError } from 'urql';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { Button, LinkButton } from '../button/Button.js';
import { failureOf, type Failure } from '../../app/graphql/failure.js';
import { PathsApart } from '../drawings/PathsApart.js';
import styles from './states.module.css';
import { useTitleOf } from './use-title-of.js';

export interface ErrorStateProps {
  readonly error?: CombinedError | undefined;
  readonly retry?: (() => void) | undefined;
  readonly whole?: boolean;
  /** Where this is all that the page shows, in its place: its heading is then the page's. */
  readonly page?: boolean;
}

/** Says what happened in plain words, what to do now, and the reference that the operator can find. */
export function ErrorState({ error, retry, whole = false, page = whole }: ErrorStateProps) {
  const named = useTitleOf(page);
  const failure = error ? failureOf(error) : withoutAnswer();
  return (
    <section className={`${styles['state']} ${whole ? styles['whole'] : ''}`} role="alert">
      <PathsApart />
      <FailureWords failure={failure} heading={page ? 'h1' : 'h2'} named={named} />
      <div className={styles['actions']}>
        {failure.kind === 'SIGNED_OUT' ? (
          <LinkButton to="/sign-in">
            <Trans>重新登录</Trans>
          </LinkButton>
        ) : null}
        {failure.kind === 'OFFLINE' ? (
          <LinkButton to="/concern" variant="default">
            <Trans>担心孩子？没有网络也能写</Trans>
          </LinkButton>
        ) : null}
        {retry && failure.kind !== 'SIGNED_OUT' ? (
          <Button variant="default" onClick={retry}>
            <Trans>再试一次</Trans>
          </Button>
        ) : null}
      </div>
    </section>
  );
}

/** A part of the platform did not come: for want of a line, or by a fault of ours. */
const withoutAnswer = (): Failure => (navigator.onLine ? { kind: 'FAULT', reference: undefined } : { kind: 'OFFLINE' });

interface FailureWordsProps {
  readonly failure: Failure;
  readonly heading: 'h1' | 'h2';
  readonly named: RefObject<HTMLHeadingElement | null>;
}

function FailureWords({ failure, heading: Heading, named }: FailureWordsProps) {
  switch (failure.kind) {
    case 'OFFLINE':
      return (
        <>
          <Heading ref={named} className={styles['title']}>
            <Trans>暂时连不上</Trans>
          </Heading>
          <p className={styles['words']}>
            <Trans>您的网络好像断开了。您填写的内容还在这台设备上，连上网以后再试一次就好。</Trans>
          </p>
        </>
      );
    case 'SIGNED_OUT':
      return (
        <>
          <Heading ref={named} className={styles['title']}>
            <Trans>登录已经结束</Trans>
          </Heading>
          <p className={styles['words']}>
            <Trans>为了保护资料，一段时间没有操作后需要重新登录。登录后会回到这里。</Trans>
          </p>
        </>
      );
    case 'FORBIDDEN':
      return (
        <>
          <Heading ref={named} className={styles['title']}>
            <Trans>这一页不在您的职责范围内</Trans>
          </Heading>
          <p className={styles['words']}>
            <Trans>如果您认为应当可以打开，请联系机构负责人调整您的角色。</Trans>
          </p>
        </>
      );
    case 'FAULT':
      return (
        <>
          <Heading ref={named} className={styles['title']}>
            <Trans>我们这边出了问题</Trans>
          </Heading>
          <p className={styles['words']}>
            <Trans>这不是您的操作造成的。请再试一次；如果还是不行，请联系机构，并告诉对方下面的编号。</Trans>
          </p>
          {failure.reference ? (
            <p className={styles['reference']}>
              <Trans>编号：{failure.reference}</Trans>
            </p>
          ) : null}
        </>
      );
    default:
      return assertUnreachable(failure);
  }
}
