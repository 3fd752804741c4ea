// Messages of the library repeat the literals of an operation; a literal may be somebody's name or number.

const PARSING = 'GRAPHQL_PARSE_FAILED';
const VALIDATION = 'GRAPHQL_VALIDATION_FAILED';

/** What the message says of kinds, types and places, without the text that was sent. */
export function withoutValues(code: unknown, message: string): string {
  if (code === PARSING) {
    return message
      .replace(/\b(String|BlockString|Int|Float|Comment|Name) "[\s\S]*"/, '$1')
      .replace(/(unexpected character): [\s\S]*$/i, '$1.')
      .replace(/(escape sequence): [\s\S]*$/i, '$1.');
  }
  if (code !== VALIDATION) return message;
  return message
    .replace(/\bvalue: [\s\S]*$/, 'value.')
    .replace(/, found [\s\S]*$/, '.')
    .replace(/^Value "[\s\S]*?" does not exist/, 'This value does not exist');
}
