(function () {
  "use strict";
  for (const group of document.querySelectorAll(".views")) {
    const radios = group.querySelectorAll("input[type=radio]");
    const choose = function () {
      for (const radio of radios) {
        document.getElementById(radio.dataset.shows).hidden = !radio.checked;
      }
    };
    radios.forEach(function (radio) { radio.addEventListener("change", choose); });
    choose();
  }
  const opened = [];
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details.sheet:not([open])").forEach(function (d) { d.open = true; opened.push(d); });
  });
  window.addEventListener("afterprint", function () {
    opened.splice(0).forEach(function (d) { d.open = false; });
  });
})();
