// A paper or two that the demo has to show: drawn here, of nobody, as a phone would have photographed them.
import { Injectable } from '@nestjs/common';
import sharp from 'sharp';
import { Documents, Purposes, type Purpose } from '../documents/index.js';
import type { PersonActor } from '../platform/access/index.js';
import { must } from './must.js';

const LINES = 11;

/** A page with lines, and a name below them that nobody can read. */
const drawing = (): string => {
  const lines = Array.from({ length: LINES }, (_, index) => {
    const y = 210 + index * 46;
    return `<path d="M90 ${y}h${index % 4 === 3 ? 300 : 540}" stroke="#4A5B61" stroke-width="6" opacity=".55"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="720" height="1000" viewBox="0 0 720 1000">
    <rect width="720" height="1000" fill="#EFE9DC"/><rect x="28" y="24" width="664" height="952" fill="#FFFEFA"/>
    <path d="M210 120h300" stroke="#1B2A2F" stroke-width="16"/>${lines.join('')}
    <path d="M400 830c20-70 60-60 50-10s-60 60-40 10 90-70 84-20-30 50-10 10 60-40 60-6-20 40 4 34 40-50 60-40"
      fill="none" stroke="#0F6A73" stroke-width="5" stroke-linecap="round"/>
    <path d="M380 880h250" stroke="#1B2A2F" stroke-width="3"/></svg>`;
};

@Injectable()
export class DemoPapers {
  constructor(
    private readonly purposes: Purposes,
    private readonly documents: Documents,
  ) {}

  /** Brings one in as the worker would, by the same doors; its id. */
  async bring(worker: PersonActor, purpose: Purpose, subjectId: string, name: string): Promise<string> {
    const rules = this.purposes.get(purpose);
    const place = rules && (await this.purposes.place(worker, 'write', rules, subjectId));
    if (!place) throw new Error(`BUG: the demo has no place for a paper of ${purpose}`);
    const bytes = await sharp(Buffer.from(drawing())).png().toBuffer();
    return must(await this.documents.bring(worker, place, { name, kind: 'PNG', bytes }), `keep ${name}`).id;
  }
}
