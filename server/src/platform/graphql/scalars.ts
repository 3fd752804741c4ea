import { Scalar, type CustomScalar } from '@nestjs/graphql';
import { GraphQLError, Kind, type ValueNode } from 'graphql';
import { parseLocalDate, type LocalDate } from '@tongxing/shared/kernel';

/** Branded strings have no class that the schema builder could reflect; these stand for them. */
export class LocalDateType {}
export class InstantType {}

const badInput = (message: string) => new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
const textOf = (node: ValueNode): unknown => (node.kind === Kind.STRING ? node.value : undefined);

@Scalar('LocalDate', () => LocalDateType)
export class LocalDateScalar implements CustomScalar<string, LocalDate> {
  description = "A calendar day, YYYY-MM-DD, in the agency's zone.";

  parseValue(value: unknown): LocalDate {
    const day = typeof value === 'string' ? parseLocalDate(value) : undefined;
    if (!day) throw badInput('A day is written YYYY-MM-DD, for example 2026-11-22.');
    return day;
  }

  parseLiteral(node: ValueNode): LocalDate {
    return this.parseValue(textOf(node));
  }

  serialize(value: unknown): string {
    return String(value);
  }
}

@Scalar('DateTime', () => InstantType)
export class InstantScalar implements CustomScalar<string, string> {
  description = 'An instant, ISO 8601 in UTC.';

  parseValue(value: unknown): string {
    const at = typeof value === 'string' ? new Date(value) : undefined;
    if (!at || Number.isNaN(at.getTime())) throw badInput('An instant is written 2026-11-22T09:00:00Z.');
    return at.toISOString();
  }

  parseLiteral(node: ValueNode): string {
    return this.parseValue(textOf(node));
  }

  serialize(value: unknown): string {
    return String(value);
  }
}
