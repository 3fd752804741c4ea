import { Injectable } from '@nestjs/common';
import { checkText, type Finding } from '@tongxing/shared/release-check';
import { KnownNames, type AboutChild } from './known-names.js';

/** Everything in a text that may tell who somebody is. It marks and suggests; people decide. */
@Injectable()
export class ReleaseChecks {
  constructor(private readonly names: KnownNames) {}

  async of(about: AboutChild, text: string): Promise<Finding[]> {
    return checkText(text, await this.names.of(about, text));
  }
}
