// The evidence leaves as a file, PDF or XLSX, with that in the audit before a byte goes.
import { Injectable } from '@nestjs/common';
import writeWorkbook, { type SheetData } from 'write-excel-file/node';
import { Agencies } from '../../people/index.js';
import type { PersonActor } from '../../platform/access/index.js';
import { SensitiveReads } from '../../platform/audit-trail/index.js';
import { writePdf, type PdfBlock, type PdfSheet } from '../../platform/pdf/index.js';
import { formatInTimeZone } from '../format-instant.js';
import { evidenceParts, PAPER_NOTES, type PaperFrame, type PaperPart } from './evidence-paper.js';
import { Evidences, type EvidenceView } from './evidences.js';

export const EVIDENCE_FORMATS = ['pdf', 'xlsx'] as const;
export type EvidenceFormat = (typeof EVIDENCE_FORMATS)[number];
export interface EvidenceFile {
  readonly type: string;
  readonly name: string;
  readonly bytes: Buffer;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@Injectable()
export class EvidenceFiles {
  constructor(
    private readonly evidences: Evidences,
    private readonly agencies: Agencies,
    private readonly reads: SensitiveReads,
  ) {}

  async take(
    actor: PersonActor,
    id: string,
    format: EvidenceFormat,
    language: PaperFrame['language'],
  ): Promise<EvidenceFile | undefined> {
    const evidence = await this.evidences.find(actor.agencyId, id);
    if (!evidence) return undefined;
    const { name: agency, timeZone: zone } = await this.agencies.get(actor.agencyId);
    const facts = { format, fingerprint: evidence.fingerprint };
    await this.reads.record(actor, [
      { action: 'evidence.fileTaken', subjectType: 'ComplianceEvidence', subjectId: id, facts },
    ]);
    const head = headOf(evidence, agency, { zone, language });
    const parts = evidenceParts(evidence, { zone, language });
    const name = `compliance-${evidence.number}.${format}`;
    if (format === 'pdf') return { type: 'application/pdf', name, bytes: await writePdf(sheetOf(head, parts)) };
    return { type: XLSX, name, bytes: await writeWorkbook(rowsOf(head, parts), { sheet: evidence.number }).toBuffer() };
  }
}

interface Head {
  readonly language: PaperFrame['language'];
  readonly agency: string;
  readonly title: string;
  readonly subtitle: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly notes: readonly string[];
}

function headOf(evidence: EvidenceView, agency: string, { zone, language }: PaperFrame): Head {
  const chinese = language === 'zh-CN';
  const { year, number, asOf, chain, fingerprint, until } = evidence;
  const at = formatInTimeZone(asOf, zone);
  const running = asOf < until;
  const rows = String(chain.checked);
  const checked = chinese
    ? `核对了最近 ${rows} 条，${chain.whole ? '完整' : '有问题，请先查明'}`
    : `The newest ${rows} rows were checked: ${chain.whole ? 'whole' : 'not whole, look into it first'}`;
  const title = chinese ? `${String(year)} 年个人信息保护合规证明` : `Compliance evidence for ${String(year)}`;
  return {
    ...{ language, agency },
    title: running ? `${title}${chinese ? '（本年未结束）' : ' (the year still runs)'}` : title,
    subtitle: `${number} · ${at}`,
    facts: [
      [chinese ? '机构' : 'Agency', agency],
      [chinese ? '统计到' : 'Counted up to', at],
      [chinese ? '操作记录' : 'Audit chain', chinese ? `${String(chain.rows)} 条` : `${String(chain.rows)} rows`],
      [chinese ? '最后一条的指纹' : 'Fingerprint of its last row', chain.hash],
      [chinese ? '核对' : 'Check', checked],
      [chinese ? '本证明的指纹（SHA-256）' : 'Fingerprint of this evidence (SHA-256)', fingerprint],
    ],
    notes: Object.values(PAPER_NOTES).map(({ zh, en }) => (chinese ? zh : en)),
  };
}

function sheetOf({ facts, notes, ...head }: Head, parts: readonly PaperPart[]): PdfSheet {
  const blocks = parts.flatMap(({ heading, head: columns, rows, none }): PdfBlock[] => [
    { kind: 'heading', text: heading },
    rows.length === 0
      ? { kind: 'paragraph', text: none, quiet: true }
      : { kind: 'table', head: columns, rows: rows.map((row) => row.map(String)) },
  ]);
  const said = notes.map((text): PdfBlock => ({ kind: 'paragraph', text, quiet: true }));
  return { ...head, blocks: [{ kind: 'facts', rows: facts }, ...said, ...blocks] };
}

/** One table below the other on one sheet; numbers stay numbers. */
function rowsOf({ title, subtitle, facts, notes }: Head, parts: readonly PaperPart[]): SheetData {
  const bold = (value: string) => ({ value, fontWeight: 'bold' as const });
  return [
    [bold(title)],
    [{ value: subtitle }],
    ...facts.map(([label, value]) => [{ value: label }, { value }]),
    ...notes.map((value) => [{ value }]),
    ...parts.flatMap(({ heading, head, rows, none }) => [
      [],
      [bold(heading)],
      ...(rows.length === 0
        ? [[{ value: none }]]
        : [head.map(bold), ...rows.map((row) => row.map((value) => ({ value })))]),
    ]),
  ];
}
