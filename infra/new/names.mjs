// @ts-check
// The forms of one name: kebab for files, Pascal for types, camel for values, snake for tables.

/** @typedef {{ kebab: string, pascal: string, camel: string, snake: string, constant: string }} Names */

/**
 * @param {string} given `micro-wishes` or `microWishes`
 * @returns {Names | null} null where it cannot be a name
 */
export function namesOf(given) {
  const kebab = given.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(kebab)) return null;
  const words = kebab.split('-');
  const pascal = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  const snake = words.join('_');
  return {
    kebab,
    pascal,
    camel: pascal.charAt(0).toLowerCase() + pascal.slice(1),
    snake,
    constant: snake.toUpperCase(),
  };
}
