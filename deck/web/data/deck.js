// Better with it, whole without it: every journey is links and forms. This makes them quicker: choices show at once, places are
// found while one types, files can be dropped, decisions made by keys.
"use strict";
document.documentElement.classList.add("js");

const MOST_BODY = 60e6;

// Without scripts all of a form is open, for it comes back with nothing of what was; with them only what there is something in.
for (const fold of document.querySelectorAll("details.fold")) {
  fold.open = fold.contains(document.getElementById(location.hash.slice(1)));
  fold.classList.remove("fold");
}

// --- choices show at once ---------------------------------------------------------------------------------------------------
const form = document.querySelector("form[data-live]");
if (form) {
  let turn = 0, timer = 0, stop = null, sending = false, later = null, due = false, wanted = "";
  // What is looked at stays, paler, until its new picture is there: no empty frames in between.
  const stay = (picture, known) => {
    known.alt = picture.alt;
    known.className = "before";
    known.next = picture;
    picture.loading = "eager";
    picture.replaceWith(known);
    picture.onload = picture.onerror = () => {
      // It may be another's turn by now.
      if (known.next !== picture) return;
      picture.loading = "lazy";
      known.replaceWith(picture);
    };
  };
  // What was written while files were on their way stands in no answer yet.
  const carry = (old, fresh, sent) => {
    const here = document.activeElement;
    for (const field of old.querySelectorAll("input[type=file]")) {
      const same = field.id && fresh.querySelector("#" + CSS.escape(field.id));
      if (same && field.files.length && !sent.has(field.files[0])) same.files = field.files;
    }
    for (const field of old.querySelectorAll("input:not([type=file], [type=hidden], [type=checkbox]), textarea, select")) {
      const same = field.id && fresh.querySelector("#" + CSS.escape(field.id));
      if (same && same.value !== field.value) same.value = field.value;
    }
    if (!old.contains(here) || !here.id) return () => {};
    const from = here.selectionStart, to = here.selectionEnd;
    return () => {
      const same = document.getElementById(here.id);
      if (!same) return;
      same.focus({ preventScroll: true });
      if (from !== null && same.type !== "file" && same.setSelectionRange) same.setSelectionRange(from, to);
    };
  };
  const swap = (page, acted, sent) => {
    const focused = document.activeElement && document.activeElement.id;
    for (const old of document.querySelectorAll(acted ? "[data-swap], [data-swap-act]" : "[data-swap]")) {
      const fresh = old.id && page.getElementById(old.id);
      // Nobody is disturbed in what they are writing.
      if (!acted && old.contains(document.activeElement) && document.activeElement.matches("input, textarea")) continue;
      for (const picture of old.querySelectorAll("[fetchpriority]")) picture.removeAttribute("fetchpriority");
      if (!fresh || fresh.outerHTML === old.outerHTML) continue;
      const stays = [];
      // What is looked at is drawn first; a browser asks for what is near it, too, and six at a time.
      for (const picture of fresh.querySelectorAll(".card img")) {
        const before = document.getElementById(picture.closest(".card").id), seen = before && before.getBoundingClientRect();
        const sight = seen && seen.bottom > 0 && seen.top < innerHeight, known = before && before.querySelector("img");
        picture.fetchPriority = sight ? "high" : "low";
        if (sight && known && known.naturalWidth && known.src !== picture.src) stays.push([picture, known]);
      }
      const back = sent ? carry(old, fresh, sent) : () => {};
      old.replaceWith(document.adoptNode(fresh));
      back();
      for (const [picture, known] of stays) stay(picture, known);
    }
    // Each file is sent once.
    for (const field of form.querySelectorAll("[data-upload]")) if (sent && sent.has(field.files[0])) field.value = "";
    const colors = page.getElementById("farger"), mine = document.getElementById("farger");
    if (colors && mine && colors.getAttribute("href") !== mine.getAttribute("href")) mine.href = colors.getAttribute("href");
    if (focused && document.activeElement === document.body) {
      const [, verb, id] = /^(upp|ner|ut|in)-(.+)$/.exec(focused) || [];
      const person = /kontakt/.test(focused), adder = person ? "ny-kontakt" : "ny";
      const owns = form.querySelectorAll(person ? "#kontakter .own" : "#egna-bilder .own"), last = owns[owns.length - 1];
      // A new form is begun at its first field; where one was taken away, the button that adds one is left.
      const next = (focused === adder && acted && last && last.querySelector("input")) ||
        (/^bort-/.test(focused) && document.getElementById(adder)) || document.getElementById(focused) ||
        (verb === "ut" && document.getElementById("in-" + id)) || (verb === "in" && document.getElementById("ut-" + id));
      if (next) next.focus({ preventScroll: false });
    }
    wire();
  };
  // A form of words is too long for an address.
  const posts = form.method === "post";
  const ask = (button, act) => {
    // Files are sent to where the button says.
    const to = button && "send" in button.dataset && button.formAction;
    if (to) return fetch(to, { method: "POST", body: new FormData(form), signal: stop.signal });
    if (!posts) return fetch(address(button), { signal: stop.signal });
    const data = new FormData(form, button || null);
    if (act) data.set("gor", act);
    return fetch(form.action, { method: "POST", body: data, signal: stop.signal });
  };
  const address = (button) => {
    const data = new FormData(form, button || null), words = new URLSearchParams();
    for (const [name, value] of data) if (typeof value === "string" && value !== "") words.append(name, value);
    return form.action + "?" + words;
  };
  // Why nothing could be shown: what the server says of it, where it says anything.
  const say = (why, words = form.dataset.fail) => {
    const said = document.createElement("div"), told = why && why.querySelector("h1");
    said.className = "wrong";
    if (told) said.append(...[...why.querySelectorAll("h1, h1 ~ p, .faults")].filter((item) => !item.querySelector("a")).map(plainly));
    else said.textContent = words;
    document.getElementById("sagt").replaceChildren(said);
  };
  const plainly = (item) => {
    if (item.tagName !== "H1") return document.adoptNode(item);
    const line = document.createElement("p");
    line.textContent = item.textContent + ".";
    return line;
  };
  const show = async (button, act = "") => {
    const mine = ++turn, sends = button && "send" in button.dataset ? new Set(files()) : null;
    if (stop) stop.abort();
    due = false;
    sending = sends !== null;
    stop = new AbortController();
    document.body.classList.add("busy");
    try {
      let answer = await ask(button, act);
      for (let tries = 0; answer.status === 503 && tries < 5 && mine === turn; tries++) {
        await new Promise((done) => setTimeout(done, 1000 * (tries + 1)));
        answer = await ask(button, act);
      }
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (mine !== turn) return;
      if (!page.getElementById("bilder")) {
        wanted = "";
        return say(page.querySelector("main"));
      }
      swap(page, Boolean(button), sends);
      if (!posts) history.replaceState(null, "", answer.url.split("#")[0]);
      // What takes longer is asked for when what is seen at once has been seen.
      else if (form.dataset.try && !act && !button && !document.querySelector("[data-tried]")) show(null, form.dataset.try);
    } catch (error) {
      if (error.name !== "AbortError" && mine === turn) {
        wanted = "";
        say(null);
      }
    } finally {
      if (mine === turn) {
        document.body.classList.remove("busy");
        sending = false;
        const next = later;
        later = null;
        if (next) show(next.button);
        else if (wanted && !due) {
          const link = [...document.querySelectorAll("a[download]")].find((one) => one.pathname === wanted);
          wanted = "";
          if (link) link.click();
        }
      }
    }
  };
  const wire = () => {
    for (const input of document.querySelectorAll("[data-upload]")) input.onchange = () => { if (input.files.length) send(); };
    for (const input of document.querySelectorAll("[data-send-on]")) input.onchange = send;
  };
  const files = () => [...form.querySelectorAll("[data-upload]")].flatMap((input) => [...input.files]);
  const send = () => {
    if (files().reduce((sum, file) => sum + file.size, 0) > MOST_BODY) return say(null, form.dataset.large);
    clearTimeout(timer);
    const button = form.querySelector("[data-send]");
    if (sending) later = { button };
    else show(button);
  };
  form.addEventListener("input", (event) => {
    const input = event.target;
    if (input.type === "file" || input.name === "ta-bort") return;
    if (input.name === "farg") form.querySelector("[name=fargval][value=egen]").checked = true;
    clearTimeout(timer);
    // Files on their way arrive first.
    if (sending) return later = later || { button: null };
    // What was asked before this was written is no answer to it.
    turn++;
    due = true;
    // As long as the next letter may be waited for; a colour that is dragged gives way by itself.
    const pause = input.type === "radio" || input.tagName === "SELECT" ? 0 : input.type === "color" ? 40 : 180;
    timer = setTimeout(() => show(null), pause);
  });
  // Who downloads before what was written last is on the page means the deck with it.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[download]");
    if (!link || !(due || document.body.classList.contains("busy"))) return;
    event.preventDefault();
    wanted = link.pathname;
  });
  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    // The page that comes next says what was saved.
    if (button && button.hasAttribute("formmethod") && !("send" in button.dataset)) return document.body.classList.add("busy");
    event.preventDefault();
    clearTimeout(timer);
    if (sending) later = { button };
    else show(button);
  });
  wire();
}

// --- what takes a while is asked for until it is there -----------------------------------------------------------------------
const poll = () => setTimeout(async () => {
  try {
    const answer = await fetch(location.href), page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const now = page.querySelector("[data-poll]"), old = document.querySelector("[data-poll]");
    // What is read aloud is not said anew each second.
    if (now) old.lastElementChild.replaceWith(document.adoptNode(now.lastElementChild));
    else if (answer.status !== 503) return document.querySelector("main").replaceChildren(...page.querySelector("main").childNodes);
  } catch { /* The server is not there: it may come back. */ }
  poll();
}, 1000);
if (document.querySelector("[data-poll]")) poll();

// --- places while one types -------------------------------------------------------------------------------------------------
const field = document.querySelector("input[data-places]");
if (field) {
  const list = document.createElement("ul");
  list.id = "forslag";
  list.className = "suggest";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.labels[0].textContent);
  list.hidden = true;
  document.getElementById("forslag-plats").append(list);
  const said = document.createElement("p");
  said.className = "skip";
  said.setAttribute("role", "status");
  field.form.append(said);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", "forslag"], ["aria-expanded", "false"]])
    field.setAttribute(name, value);
  // What is shown may be of fewer letters than stand there by now: keys are kept until the list is there that they were meant for.
  let at = -1, asked = 0, shown = 0, steps = 0, going = false;
  const mark = (n) => {
    at = n;
    [...list.children].forEach((item, k) => item.setAttribute("aria-selected", String(k === n)));
    if (n >= 0) field.setAttribute("aria-activedescendant", list.children[n].id);
    else field.removeAttribute("aria-activedescendant");
  };
  const close = () => {
    shown = ++asked;
    list.hidden = true; list.replaceChildren(); field.setAttribute("aria-expanded", "false"); mark(-1);
  };
  const take = (item) => { location.href = field.form.action + "bildspel/" + encodeURIComponent(item.dataset.code); };
  field.addEventListener("input", async () => {
    const mine = ++asked, words = field.value.trim();
    steps = 0; going = false; mark(-1);
    if (!words) return close();
    try {
      const answer = await fetch(field.dataset.places + "?q=" + encodeURIComponent(words));
      const rows = await answer.json();
      if (mine !== asked) return;
      list.replaceChildren(...rows.map((row, n) => {
        const item = document.createElement("li"), county = document.createElement("span");
        item.id = "forslag-" + n;
        item.setAttribute("role", "option");
        item.dataset.code = row.code;
        county.textContent = row.county;
        item.append(row.name, county);
        item.addEventListener("pointerdown", (event) => { event.preventDefault(); take(item); });
        return item;
      }));
      list.hidden = !rows.length;
      field.setAttribute("aria-expanded", String(rows.length > 0));
      said.textContent = field.dataset.said.replace("{count}", rows.length);
      shown = mine;
      mark(steps && rows.length ? (steps - 1) % rows.length : -1);
    } catch {
      if (mine !== asked) return;
      close();
    }
    if (!going) return;
    if (at >= 0) take(list.children[at]); else field.form.requestSubmit();
  });
  field.addEventListener("keydown", (event) => {
    const count = list.children.length;
    if (shown !== asked && (event.key === "ArrowDown" || (event.key === "Enter" && steps))) {
      event.preventDefault();
      if (event.key === "Enter") going = true; else steps++;
    } else if (event.key === "ArrowDown" && count) { event.preventDefault(); mark((at + 1) % count); }
    else if (event.key === "ArrowUp" && count) { event.preventDefault(); mark((at - 1 + count) % count); }
    else if (event.key === "Enter" && at >= 0) { event.preventDefault(); take(list.children[at]); }
    else if (event.key === "Escape") close();
  });
  field.addEventListener("blur", close);
}

// --- files dropped ----------------------------------------------------------------------------------------------------------
// A browser opens what is dropped where nothing takes it, and the page is gone: beside the box is meant for it, too.
const box = document.querySelector(".drop");
const taken = (event) => !event.target.closest?.("input, textarea");
document.addEventListener("dragover", (event) => {
  if (!taken(event)) return;
  event.preventDefault();
  if (box) box.classList.add("over");
});
for (const kind of ["dragleave", "drop", "dragend"]) document.addEventListener(kind, () => { if (box) box.classList.remove("over"); });
document.addEventListener("drop", (event) => { if (taken(event)) event.preventDefault(); });
if (box) {
  const input = box.querySelector("input[type=file]"), owner = input.form;
  const send = () => {
    const size = [...input.files].reduce((sum, file) => sum + file.size, 0);
    if (!input.files.length) return;
    if (size > MOST_BODY) { input.setCustomValidity(box.dataset.large); input.reportValidity(); input.setCustomValidity(""); return; }
    owner.requestSubmit();
  };
  const reads = document.createElement("p");
  reads.setAttribute("role", "status");
  box.append(reads);
  owner.addEventListener("submit", () => { reads.textContent = box.dataset.reads; });
  input.addEventListener("change", send);
  document.addEventListener("drop", (event) => {
    if (taken(event) && event.dataTransfer.files.length) { input.files = event.dataTransfer.files; send(); }
  });
}

// Who goes back finds the page as it was left, and nothing is under way any more.
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  document.body.classList.remove("busy");
  if (box) box.lastElementChild.textContent = "";
});

// --- decisions: J and K go from one to the next, 1 and 2 choose ---------------------------------------------------------------
const questions = [...document.querySelectorAll(".question")];
if (questions.length) {
  const owner = questions[0].form || questions[0].closest("form");
  const here = () => questions.findIndex((item) => item.contains(document.activeElement));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) && event.target.type !== "radio") return;
    const key = event.key.toLowerCase(), at = here();
    if (key === "j" || key === "k") {
      const next = questions[Math.min(Math.max(at + (key === "j" ? 1 : -1), 0), questions.length - 1)];
      (next.querySelector(":checked") || next.querySelector("input")).focus();
      next.scrollIntoView({ block: "center" });
    } else if ((key === "1" || key === "2") && at >= 0) {
      const input = questions[at].querySelectorAll("input[type=radio]")[Number(key) - 1];
      input.checked = true;
      input.focus();
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }
  });
  owner.addEventListener("change", async () => {
    const words = new URLSearchParams(new FormData(owner));
    const answer = await fetch(owner.action + "?" + words);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const old of document.querySelectorAll("[data-swap]")) {
      const fresh = old.id && page.getElementById(old.id);
      if (fresh) old.replaceWith(document.adoptNode(fresh));
    }
    if (answer.ok) history.replaceState(null, "", answer.url);
    // The file is gone, say: the page that says so is better than choices that nobody hears.
    else if (answer.status !== 503) location.assign(answer.url);
  });
}
