/**
 * Where docs/functions.md and functions.html describe a function: the anchor that the heading "ALVH.BSM.PRICE" gets.
 * @param {string} id
 */
export function functionAnchor(id) {
  return `alvh${id.toLowerCase().replaceAll(".", "")}`;
}
