// Finds words on the screen that escaped translation. For the spec only; no page imports it.
import ts from 'typescript';

const CJK = /[\u3400-\u9fff\u{20000}-\u{323af}]/u;
const LATIN_WORD = /[A-Za-z]{2,}/;
const MACRO_TAGS = new Set(['Trans', 'Plural', 'Select', 'SelectOrdinal']);
const MACRO_CALLS = new Set(['t', 'msg', 'plural', 'select', 'selectOrdinal', 'defineMessage']);
const SPOKEN_ATTRIBUTES = new Set(['alt', 'aria-label', 'description', 'label', 'lead', 'placeholder', 'title']);

export interface Stray {
  readonly line: number;
  readonly text: string;
  readonly problem: 'chinese outside of a macro' | 'english in the source';
}

/** Chinese that no macro sees, and English where people would read it. Names of things (Cookie) stand inside Chinese. */
export function strayWords(fileName: string, code: string): readonly Stray[] {
  const kind = fileName.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(fileName, code, ts.ScriptTarget.ESNext, true, kind);
  const found: Stray[] = [];
  const report = (node: ts.Node, problem: Stray['problem']): void => {
    const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    found.push({ line, text: node.getText().trim(), problem });
  };
  const visit = (node: ts.Node): void => {
    const text = textOf(node);
    if (text !== undefined) {
      const translated = isInsideMacro(node);
      if (CJK.test(text) && !translated) report(node, 'chinese outside of a macro');
      if (!CJK.test(text) && LATIN_WORD.test(text) && isSpoken(node, translated)) report(node, 'english in the source');
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isJsxText(node) || ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  return ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node) ? node.text : undefined;
}

function isInsideMacro(node: ts.Node): boolean {
  for (let up: ts.Node | undefined = node.parent; up; up = up.parent) {
    if (ts.isJsxElement(up) && MACRO_TAGS.has(up.openingElement.tagName.getText())) return true;
    if (ts.isJsxSelfClosingElement(up) && MACRO_TAGS.has(up.tagName.getText())) return true;
    if (ts.isTaggedTemplateExpression(up) && MACRO_CALLS.has(up.tag.getText())) return true;
    if (ts.isCallExpression(up) && MACRO_CALLS.has(up.expression.getText())) return true;
  }
  return false;
}

// People read JSX text and some attributes; inside a macro the source language is Chinese, so English there is a slip.
function isSpoken(node: ts.Node, translated: boolean): boolean {
  if (ts.isJsxText(node)) return true;
  if (translated) return ts.isNoSubstitutionTemplateLiteral(node);
  const { parent } = node;
  return ts.isJsxAttribute(parent) && SPOKEN_ATTRIBUTES.has(parent.name.getText());
}
