(function () {
  "use strict";
  const options = {
    mode: "vega-lite", actions: false, renderer: "svg", defaultStyle: false,
    tooltip: { disableDefaultStyle: true, maxDepth: 1 },
  };
  const drawn = new Set();

  function draw(figure) {
    if (drawn.has(figure)) return;
    drawn.add(figure);
    const spec = JSON.parse(document.getElementById(figure.dataset.spec).textContent);
    const own = Object.assign({}, options);
    if (figure.dataset.switches) own.bind = document.getElementById(figure.dataset.switches);
    vegaEmbed(figure.querySelector(".chart"), spec, own).then(function () {
      figure.dataset.ready = "yes";
    });
  }

  function show(language) {
    for (const part of document.querySelectorAll(".document")) {
      part.hidden = part.lang !== language;
      if (part.hidden) continue;
      document.documentElement.lang = language;
      document.title = part.dataset.title;
      part.querySelectorAll("figure.picture").forEach(draw);
    }
  }

  for (const button of document.querySelectorAll("button[data-language]")) {
    button.addEventListener("click", function () {
      const language = button.dataset.language;
      show(language);
      document.querySelector('.document[lang="' + language + '"] button[data-language="' + language + '"]').focus();
    });
  }
  const asked = location.hash.slice(1).split("-").pop();
  const known = Array.from(document.querySelectorAll(".document"), function (part) { return part.lang; });
  show(known.includes(asked) ? asked : known[0]);
  if (location.hash) {
    const target = document.getElementById(location.hash.slice(1));
    if (target) target.scrollIntoView();
  }
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details.twin").forEach(function (d) { d.open = false; });
  });
})();
