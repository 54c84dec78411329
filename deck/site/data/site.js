// The list of places follows what is typed. Without this script the list is all there.
(() => {
  const box = document.querySelector("[data-find]");
  if (!box) return;
  const field = box.querySelector("input");
  const told = box.querySelector("[role=status]");
  const rows = [...document.querySelectorAll("[data-keys]")].map((row) => ({ row, keys: ` ${row.dataset.keys}` }));
  const groups = [...document.querySelectorAll("section.county")];
  const fold = (words) => words.toLowerCase().replace(/[øæßđðþ]/g, (c) => ({ ø: "o", æ: "a", ß: "ss", đ: "d", ð: "d", þ: "th" })[c])
    .normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[^a-z0-9]+/g, " ").trim();
  const say = (count) => {
    const words = count === 0 ? told.dataset.none : count === 1 ? told.dataset.one : told.dataset.many;
    told.textContent = words.replace("{count}", count);
  };
  const show = () => {
    const wanted = fold(field.value);
    let count = 0;
    for (const { row, keys } of rows) {
      const here = !wanted || keys.includes(` ${wanted}`) || (wanted.length > 2 && keys.includes(wanted));
      row.hidden = !here;
      count += here ? 1 : 0;
    }
    for (const group of groups) group.hidden = !group.querySelector("[data-keys]:not([hidden])");
    say(count);
  };
  field.addEventListener("input", show);
  field.addEventListener("keydown", (event) => {
    const left = rows.filter(({ row }) => !row.hidden);
    if (event.key === "Enter" && field.value && left.length === 1) left[0].row.querySelector("a").click();
    if (event.key === "Escape" && field.value) { field.value = ""; show(); }
  });
  box.hidden = false;
  if (field.value) show();
})();
