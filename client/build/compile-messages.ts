// Compiles the Chinese of each message while building: no page carries a parser for it, and no phone spends time on it.
import type { NodePath, PluginObj } from '@babel/core';
import * as babel from '@babel/core';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';

const { types: t } = babel;

/** Runs behind lingui's macro: every `message` beside an `id` becomes the form that lingui's catalogues have. */
export function compileMessages(): PluginObj {
  return {
    name: 'tongxing-compile-messages',
    visitor: {
      Program: {
        exit(program) {
          program.traverse({ ObjectExpression: compileDescriptor, JSXOpeningElement: compileElement });
        },
      },
    },
  };
}

function compileDescriptor({ node }: NodePath<babel.types.ObjectExpression>): void {
  const named = (name: string) =>
    node.properties.find(
      (property): property is babel.types.ObjectProperty =>
        t.isObjectProperty(property) &&
        (t.isIdentifier(property.key, { name }) || t.isStringLiteral(property.key, { value: name })),
    );
  const message = named('message');
  if (message && named('id') && t.isStringLiteral(message.value)) message.value = compiled(message.value.value);
}

function compileElement({ node }: NodePath<babel.types.JSXOpeningElement>): void {
  const named = (name: string) =>
    node.attributes.find(
      (attribute): attribute is babel.types.JSXAttribute =>
        t.isJSXAttribute(attribute) && t.isJSXIdentifier(attribute.name, { name }),
    );
  const message = named('message');
  const text = message && textOf(message.value);
  if (message && named('id') && text !== undefined) message.value = t.jsxExpressionContainer(compiled(text));
}

function textOf(value: babel.types.JSXAttribute['value']): string | undefined {
  const inner = t.isJSXExpressionContainer(value) ? value.expression : value;
  return t.isStringLiteral(inner) ? inner.value : undefined;
}

const compiled = (message: string): babel.types.Expression => t.valueToNode(compileMessageOrThrow(message));
