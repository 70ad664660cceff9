/** Sets the text of a node unless it has it, since screen readers would read a status again that is set again. */
export function setText(node, text) {
  if (node.textContent !== text) {
    node.textContent = text;
  }
}
