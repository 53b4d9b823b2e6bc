// One element for each look of text in sight. What text looks like depends on the styles of the element and of all that it stands
// in; two texts with the same styles all the way up have the same contrast, so axe needs to measure one of them.
() => {
  const STYLES = ["color", "backgroundColor", "backgroundImage", "opacity", "filter", "mixBlendMode", "textShadow", "fontSize", "fontWeight", "position"];
  const looks = new Map();
  const numbers = new Map([[null, 0]]);

  function look(element) {
    if (!numbers.has(element)) {
      const styles = getComputedStyle(element);
      const key = [look(element.parentElement), element.localName, ...STYLES.map((name) => styles[name])].join("|");
      if (!looks.has(key)) looks.set(key, looks.size + 1);
      numbers.set(element, looks.get(key));
    }
    return numbers.get(element);
  }

  const first = new Map();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (text) => text.data.trim() ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!element.checkVisibility({visibilityProperty: true, opacityProperty: true})) continue;
    if (!first.has(look(element))) first.set(look(element), element);
  }
  for (const field of document.querySelectorAll("input, select, textarea")) {
    if (field.checkVisibility({visibilityProperty: true}) && !first.has(look(field))) first.set(look(field), field);
  }
  return [...first.values()];
}
