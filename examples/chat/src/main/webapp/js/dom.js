/**
 * Makes an element. Children that are strings become text, never markup: nothing a guest types is ever parsed.
 *
 * @param {string} tag
 * @param {Object<string, *>} properties attributes by name; a function is a listener for the event of that name;
 *     false, null and undefined leave the attribute out
 */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === "function") {
      made.addEventListener(name, value);
    } else if (value === true) {
      made.setAttribute(name, "");
    } else if (value !== false && value !== null && value !== undefined) {
      made.setAttribute(name, value);
    }
  }
  made.append(...children);
  return made;
}

/** The coloured initial of a guest, always the same colour for the same name. */
export function avatar(name) {
  const colour = [...name.toLowerCase()].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 6, 0);
  return element("span", { class: `avatar wool-${colour}`, "aria-hidden": "true" }, [...name][0].toUpperCase());
}

/** Makes `nodes` the children of `parent`, and leaves those alone that are: their focus, selection and scroll survive. */
export function arrange(parent, nodes) {
  nodes.forEach((node, index) => {
    if (parent.children[index] !== node) {
      parent.insertBefore(node, parent.children[index] ?? null);
    }
  });
  while (parent.children.length > nodes.length) {
    parent.lastElementChild.remove();
  }
}

/** Remembers what `make` made for each key, weakly if keys are objects. */
export function remembering(make, made = new WeakMap()) {
  return (key, ...rest) => {
    if (!made.has(key)) {
      made.set(key, make(key, ...rest));
    }
    return made.get(key);
  };
}
