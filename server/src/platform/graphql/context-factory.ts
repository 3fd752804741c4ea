import { Inject, Injectable } from '@nestjs/common';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Actor } from '../access/index.js';
import { AuditTrail, rememberRefusal, SensitiveReads } from '../audit-trail/index.js';
import { CONFIG, type Config } from '../config/index.js';
import { UnitOfWork } from '../database/index.js';
import { clientAddress } from './client-address.js';
import type { GraphqlContext } from './context.js';

/** Makes what one operation carries. */
@Injectable()
export class ContextFactory {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly reads: SensitiveReads,
  ) {}

  create(
    request: IncomingMessage,
    response: ServerResponse,
    actor: Actor | undefined,
  ): GraphqlContext & { readonly req: IncomingMessage } {
    return {
      actor,
      request,
      // Nest looks for the request under this name.
      req: request,
      response,
      address: clientAddress(request, this.config.trustProxy),
      loaders: new Map(),
      rememberReads: (entries) => (actor ? this.reads.record(actor, entries) : Promise.resolve()),
      rememberRefusal: async (field, permission) => {
        if (!actor) return;
        const entry = { action: 'access.refused', subjectType: 'Operation', facts: { field, permission } };
        await rememberRefusal(this.work, this.trail, actor, entry);
      },
    };
  }
}
