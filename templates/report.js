"use strict";
// A page is whole without this. It adds what a page alone cannot do: search, moving about in the graph, keys.
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (selector, within = document) => within.querySelector(selector);
  all(".tools, .search, .keys").forEach(element => { element.hidden = false; });

  // Deep links: what they lead to is opened, marked, and brought into sight.
  const reveal = id => {
    const target = document.getElementById(id);
    if (!target) return;
    for (let up = target; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
    all(".here").forEach(element => element.classList.remove("here"));
    const node = target.closest(".node");
    if (node) node.classList.add("here");
    (node || target).scrollIntoView({ block: node ? "start" : "nearest" });
    const summary = node && one("summary", node);
    if (summary) summary.focus({ preventScroll: true });
  };
  const fragment = () => { try { return decodeURIComponent(location.hash.slice(1)); } catch { return location.hash.slice(1); } };
  const follow = () => { if (location.hash.length > 1) reveal(fragment()); };
  addEventListener("hashchange", follow);
  document.addEventListener("click", event => {
    const link = event.target.closest && event.target.closest("a[href^='#']");
    const href = link && link.getAttribute("href");
    if (href && href === location.hash) { event.preventDefault(); follow(); }
  });
  const go = id => { location.hash = "#" + encodeURIComponent(id); reveal(id); };
  follow();

  all("[data-fold]").forEach(button => button.addEventListener("click", () =>
    all(".node").forEach(node => { node.open = button.dataset.fold === "open"; })));

  // Search: every word must be in a node's name, agent, prompts or answers.
  const input = one("#find"), found = one("#found");
  if (input) {
    let index = null, chosen = -1;
    // What lies inside a node is found under its own name.
    const own = node => { const copy = node.cloneNode(true); all(".node", copy).forEach(inner => inner.remove()); return copy.textContent; };
    const build = () => all(".node").map(node => {
      const text = own(node).replace(/\s+/g, " ");
      return { id: one(".body[id]", node).id, name: one("h4", node).textContent, state: one(".chip", node).textContent.trim(), text, low: text.toLowerCase() };
    });
    const shut = () => { found.hidden = true; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); chosen = -1; };
    const mark = (element, text, words) => {
      const low = text.toLowerCase();
      let at = 0;
      while (at < text.length) {
        const hits = words.map(word => [low.indexOf(word, at), word.length]).filter(hit => hit[0] >= 0).sort((a, b) => a[0] - b[0]);
        if (!hits.length || low.length !== text.length) break;
        const [start, length] = hits[0];
        element.append(text.slice(at, start));
        const hit = document.createElement("mark");
        hit.textContent = text.slice(start, start + length);
        element.append(hit);
        at = start + length;
      }
      element.append(text.slice(at));
    };
    const choose = next => {
      const rows = all("li[role=option]", found);
      if (!rows.length) return;
      chosen = (next + rows.length) % rows.length;
      rows.forEach((row, i) => row.setAttribute("aria-selected", String(i === chosen)));
      input.setAttribute("aria-activedescendant", rows[chosen].id);
      rows[chosen].scrollIntoView({ block: "nearest" });
    };
    const look = () => {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      if (!words.length) return shut();
      index = index || build();
      const hits = index.filter(node => words.every(word => node.low.includes(word)));
      const rank = node => words.every(word => node.name.toLowerCase().includes(word)) ? 0 : 1;
      hits.sort((a, b) => rank(a) - rank(b));
      found.replaceChildren(...hits.slice(0, 30).map((node, i) => {
        const row = document.createElement("li");
        row.id = "found-" + i;
        row.setAttribute("role", "option");
        row.dataset.id = node.id;
        const name = document.createElement("strong"), line = document.createElement("span");
        mark(name, node.name, words);
        const at = Math.max(0, node.low.indexOf(words[0], rank(node) ? 0 : node.name.length) - 40);
        mark(line, node.state + " · " + (at ? "…" : "") + node.text.slice(at, at + 160), words);
        row.append(name, line);
        return row;
      }));
      if (!hits.length) {
        const none = document.createElement("li");
        none.setAttribute("role", "option");
        none.setAttribute("aria-disabled", "true");
        none.textContent = "No node has that.";
        found.replaceChildren(none);
      }
      found.hidden = false;
      input.setAttribute("aria-expanded", "true");
      if (hits.length) choose(0);
    };
    const take = row => { if (row && row.dataset.id) { shut(); input.blur(); go(row.dataset.id); } };
    input.addEventListener("input", look);
    input.addEventListener("focus", look);
    input.addEventListener("blur", () => setTimeout(shut, 150));
    input.addEventListener("keydown", event => {
      if (event.key === "ArrowDown") choose(chosen + 1);
      else if (event.key === "ArrowUp") choose(chosen - 1);
      else if (event.key === "Enter") take(all("li", found)[chosen]);
      else if (event.key === "Escape") { input.value = ""; shut(); input.blur(); }
      else return;
      event.preventDefault();
    });
    found.addEventListener("mousedown", event => { event.preventDefault(); take(event.target.closest("li")); });
  }

  // The graph: drag or arrows to move, wheel with Ctrl, + and - to zoom.
  const canvas = one(".canvas"), drawings = canvas ? all(".drawing", canvas) : [];
  if (drawings.length) {
    let graph;
    const whole = {}, box = {};
    const place = () => canvas.getBoundingClientRect();
    const show = () => graph.setAttribute("viewBox", [box.x, box.y, box.w, box.h].map(n => n.toFixed(1)).join(" "));
    const scale = () => Math.min(place().width / box.w, place().height / box.h);
    const zoom = (factor, x = 0.5, y = 0.5) => {
      const now = scale(), next = Math.min(3, Math.max(0.04, now * factor)), ratio = now / next;
      box.x += box.w * (1 - ratio) * x; box.y += box.h * (1 - ratio) * y;
      box.w *= ratio; box.h *= ratio;
      show();
    };
    const fit = () => { Object.assign(box, { x: 0, y: 0, w: whole.w, h: whole.h }); show(); };
    // At its real size, at most; of a graph that would be too small to read, the beginning in readable size.
    const real = () => {
      const room = place();
      Object.assign(box, { w: room.width, h: room.height, x: whole.w > room.width ? 0 : (whole.w - room.width) / 2, y: whole.h > room.height ? 0 : (whole.h - room.height) / 2 });
      show();
    };
    const move = (x, y) => { box.x += x * box.w; box.y += y * box.h; show(); };
    canvas.classList.add("live");
    const start = () => {
      const fits = Math.min(place().width / whole.w, place().height / whole.h);
      if (fits > 1) return real();
      if (fits >= 0.62) return fit();
      real(); zoom(0.8);
      const culprit = one(".box.failed, .box.refused", graph), first = culprit || one(".box", graph);
      if (first) { const at = first.getBBox(); box.x = at.x + at.width / 2 - box.w / 2; box.y = at.y + at.height / 2 - box.h / 2; }
      // No further out than there is something to see.
      const inside = (at, length, end) => length > end ? (end - length) / 2 : Math.min(Math.max(at, 0), end - length);
      box.x = inside(box.x, box.w, whole.w); box.y = inside(box.y, box.h, whole.h);
      show();
    };
    const present = drawing => {
      drawings.forEach(other => { other.hidden = other !== drawing; });
      graph = one("svg", drawing);
      const size = graph.viewBox.baseVal;
      if (!graph.dataset.width) Object.assign(graph.dataset, { width: size.width, height: size.height });
      Object.assign(whole, { w: +graph.dataset.width, h: +graph.dataset.height });
      graph.removeAttribute("width"); graph.removeAttribute("height");
      canvas.style.height = "";
      if (whole.h < place().height) canvas.style.height = Math.max(160, whole.h + 8) + "px";
      fit(); start();
    };
    present(drawings[0]);
    all("[data-insides]").forEach(button => button.addEventListener("click", () => {
      const shows = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(shows));
      present(drawings[shows ? 0 : 1]);
    }));
    let from = null, moved = false;
    canvas.addEventListener("pointerdown", event => { if (event.button === 0) { from = [event.clientX, event.clientY]; moved = false; } });
    addEventListener("pointermove", event => {
      if (!from) return;
      const x = event.clientX - from[0], y = event.clientY - from[1];
      if (!moved && Math.abs(x) + Math.abs(y) < 5) return;
      moved = true;
      canvas.classList.add("moving");
      const by = scale();
      box.x -= x / by; box.y -= y / by;
      from = [event.clientX, event.clientY];
      show();
    });
    addEventListener("pointerup", () => { from = null; canvas.classList.remove("moving"); });
    canvas.addEventListener("dragstart", event => event.preventDefault());
    canvas.addEventListener("click", event => { if (moved) { event.preventDefault(); event.stopPropagation(); } }, true);
    canvas.addEventListener("wheel", event => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const room = place();
      zoom(Math.exp(-event.deltaY / 300), (event.clientX - room.left) / room.width, (event.clientY - room.top) / room.height);
    }, { passive: false });
    const keys = { ArrowLeft: () => move(-0.1, 0), ArrowRight: () => move(0.1, 0), ArrowUp: () => move(0, -0.1), ArrowDown: () => move(0, 0.1), "+": () => zoom(1.25), "=": () => zoom(1.25), "-": () => zoom(0.8), "0": fit };
    canvas.addEventListener("keydown", event => {
      if (event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
      event.preventDefault();
      keys[event.key]();
    });
    canvas.addEventListener("focusin", event => {
      const target = event.target.closest(".box");
      if (!target || !target.matches(":focus-visible")) return;
      const at = target.getBBox();
      if (at.x < box.x || at.y < box.y || at.x + at.width > box.x + box.w || at.y + at.height > box.y + box.h) {
        box.x = at.x + at.width / 2 - box.w / 2; box.y = at.y + at.height / 2 - box.h / 2; show();
      }
    });
    const tools = { in: () => zoom(1.25), out: () => zoom(0.8), fit, real };
    all("[data-zoom]").forEach(button => button.addEventListener("click", () => tools[button.dataset.zoom]()));
    addEventListener("beforeprint", fit);
  }

  // Keys, while no field has the focus; a checkbox at the end of the page switches them off.
  const on = one("#keys");
  addEventListener("keydown", event => {
    if (!on || !on.checked || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    const step = (nodes, by) => {
      const at = nodes.indexOf(one(".node.here"));
      const next = nodes[at < 0 ? (by > 0 ? 0 : nodes.length - 1) : (at + by + nodes.length) % nodes.length];
      if (next) go(one(".body[id]", next).id);
    };
    if (event.key === "/") { if (input) input.focus(); }
    else if (event.key === "j") step(all(".node"), 1);
    else if (event.key === "k") step(all(".node"), -1);
    else if (event.key === "!") step(all(".node.failed, .node.refused"), 1);
    else return;
    event.preventDefault();
  });
})();
