(() => {
  const root = document.documentElement, slides = [...document.querySelectorAll(".sheet")];
  const bar = document.getElementById("tools"), told = document.getElementById("told"), main = document.querySelector("main");
  const [show, leave, back, on] = ["show", "leave", "back", "on"].map((id) => document.getElementById(id));
  let at = 0;
  const shown = () => root.classList.contains("showing");
  const near = () => {
    let best = 0, least = Infinity;
    slides.forEach((slide, n) => {
      const away = Math.abs(slide.getBoundingClientRect().top - 80);
      if (away < least) [best, least] = [n, away];
    });
    return best;
  };
  const go = (n, focus = true) => {
    at = Math.max(0, Math.min(slides.length - 1, n));
    slides.forEach((slide, k) => slide.classList.toggle("now", k === at));
    if (!shown()) slides[at].scrollIntoView({ block: "start" });
    if (focus) slides[at].focus({ preventScroll: true });
    told.textContent = told.dataset.of.replace("{number}", at + 1).replace("{count}", slides.length);
  };
  const present = (yes) => {
    at = yes ? near() : at;
    root.classList.toggle("showing", yes);
    show.hidden = yes;
    leave.hidden = !yes;
    go(at);
  };
  const full = () => {
    if (document.fullscreenElement) document.exitFullscreen();
    else if (root.requestFullscreen) root.requestFullscreen().catch(() => {});
  };
  const notes = () => {
    const all = [...document.querySelectorAll("details.notes")], open = all.some((item) => !item.open);
    all.forEach((item) => { item.open = open; });
  };
  bar.hidden = false;
  show.addEventListener("click", () => present(true));
  leave.addEventListener("click", () => { if (document.fullscreenElement) document.exitFullscreen(); present(false); });
  back.addEventListener("click", () => go((shown() ? at : near()) - 1));
  on.addEventListener("click", () => go((shown() ? at : near()) + 1));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    const here = shown() ? at : near(), busy = /^(BUTTON|SUMMARY|A)$/.test(event.target.tagName);
    const way = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[event.key];
    if (way) go(here + way);
    else if (event.key === " " && shown() && !busy) go(here + (event.shiftKey ? -1 : 1));
    else if (event.key === "Home" && shown()) go(0);
    else if (event.key === "End" && shown()) go(slides.length - 1);
    else if (event.key === "n" || event.key === "N") notes();
    else if (event.key === "f" || event.key === "F") { if (!shown()) present(true); full(); }
    else if (event.key === "Escape" && shown()) present(false);
    else return;
    event.preventDefault();
  });
  main.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest('a[href^="#slide-"]');
    const n = link ? slides.findIndex((slide) => "#" + slide.id === link.getAttribute("href")) : -1;
    if (n >= 0 && shown()) { event.preventDefault(); go(n); }
  });
})();
