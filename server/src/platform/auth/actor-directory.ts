import type { LoginId, PersonId } from '@tongxing/shared/kernel';
import type { Actor } from '../access/actor.js';

/** What `people` and `disclosure` tell the platform: who stands behind a session. */
export abstract class ActorDirectory {
  /** The actor of a login today, as one of its people; undefined where no dated role is in force. */
  abstract personActor(loginId: LoginId, sessionId: string, personId?: PersonId): Promise<Actor | undefined>;
  /** The actor of a guardian's link, or undefined where it has ended. */
  abstract guardianActor(linkId: string, sessionId: string): Promise<Actor | undefined>;
}
