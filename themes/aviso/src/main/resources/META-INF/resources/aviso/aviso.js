/* Aviso: the one script of all pages. Everything it adds is a convenience; pages work without it. */
(function () {
  "use strict";
  var root = document.documentElement;
  var year = 31536000;

  function remember(name, value) {
    document.cookie = name + "=" + value + ";path=/;max-age=" + year + ";SameSite=Lax" +
        (location.protocol === "https:" ? ";Secure" : "");
  }

  function isDark() {
    return root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  }

  function isTyping(target) {
    return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  }

  /* What has just been done, for those who hear the page: it is there before it is written into, or nobody is told. */
  var said = document.createElement("p");
  said.className = "sr";
  said.setAttribute("role", "status");
  document.addEventListener("DOMContentLoaded", function () {
    document.body.appendChild(said);
    root.dataset.script = "on";
  });

  /* Without a safe connection there is no clipboard but the old one, which copies what is marked. */
  function copyMarked(source) {
    getSelection().selectAllChildren(source);
    return document.execCommand("copy") ? Promise.resolve() : Promise.reject(new Error("not copied"));
  }

  function toClipboard(source) {
    var text = source.textContent.trim();
    return navigator.clipboard
        ? navigator.clipboard.writeText(text).catch(function () { return copyMarked(source); })
        : copyMarked(source);
  }

  /* Copies the text of an element, shows so on the button and says what it was. What could not be copied stays marked:
     <button data-copy="id" data-copied="Kopierat" data-said="OCR-numret är kopierat">Kopiera<span class="sr">…</span></button> */
  function copy(button) {
    var word = button.firstChild;
    var former = button.dataset.former || word.nodeValue;
    button.dataset.former = former;
    toClipboard(document.getElementById(button.dataset.copy)).then(function () {
      word.nodeValue = button.dataset.copied;
      said.textContent = "";
      setTimeout(function () { said.textContent = button.dataset.said || button.dataset.copied; }, 50);
      setTimeout(function () { word.nodeValue = former; }, 2500);
    }, function () { /* the text is marked */ });
  }

  /* A public form takes what is typed along into the other language: <a href="…" data-language="en"> */
  function speak(event) {
    var link = event.target.closest("a[data-language]");
    var field = link && document.querySelector("form.signup input[name=language]");
    if (field) {
      event.preventDefault();
      field.value = link.dataset.language;
      field.form.submit();
    }
  }

  document.addEventListener("click", speak);

  document.addEventListener("click", function (event) {
    var target = event.target.closest("[data-theme-switch], [data-density-switch], [data-copy], [data-print]");
    if (target && "themeSwitch" in target.dataset) {
      root.dataset.theme = isDark() ? "light" : "dark";
      remember("theme", root.dataset.theme);
    } else if (target && "densitySwitch" in target.dataset) {
      root.dataset.density = root.dataset.density === "compact" ? "" : "compact";
      remember("density", root.dataset.density || "normal");
    } else if (target && "copy" in target.dataset) {
      copy(target);
    } else if (target && "print" in target.dataset) {
      window.print();
    }
    document.querySelectorAll("details.menu[open]").forEach(function (menu) {
      if (!menu.contains(event.target)) { menu.open = false; }
    });
  });

  document.addEventListener("keydown", function (event) {
    if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)) {
      var box = document.getElementById("top-search");
      if (box && box.offsetParent) {
        event.preventDefault();
        box.focus();
        box.select();
      }
    } else if (event.key === "Escape") {
      document.querySelectorAll("details.menu[open]").forEach(function (menu) {
        menu.open = false;
        menu.querySelector("summary").focus();
      });
      /* What is open in place is closed by Escape: <div data-escape> … <button data-cancel> */
      var open = event.target.closest("[data-escape]");
      var cancel = open && open.querySelector("[data-cancel]");
      if (cancel) { cancel.click(); }
    }
  });

  /* Keys of a page: <a data-key="j">, <button data-key="Enter">. Off while typing, and where the user has turned them
     off (WCAG 2.1.4): <button data-keys-switch aria-pressed="true">. Enter on a link or a button is the link's own. */
  function keysAreOn() {
    return !/(^|; )keys=off/.test(document.cookie);
  }

  function showKeys() {
    document.querySelectorAll("[data-keys-switch]").forEach(function (button) {
      button.setAttribute("aria-pressed", String(keysAreOn()));
    });
  }

  document.addEventListener("click", function (event) {
    if (event.target.closest("[data-keys-switch]")) {
      remember("keys", keysAreOn() ? "off" : "on");
      showKeys();
    }
  });

  /* Escape leaves a field first, so that the keys of the page are there again; then it is one of them. */
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && isTyping(event.target) && document.querySelector("[data-keys-switch]")) {
      event.target.blur();
      return;
    }
    if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)
        || !keysAreOn() || (event.key === "Enter" && event.target.closest("a, button, summary"))) {
      return;
    }
    var key = /^(Enter|Escape)$/.test(event.key) ? event.key : event.key.toLowerCase();
    var target = /^[a-z0-9]$|^Enter$|^Escape$/.test(key) && document.querySelector("[data-key=\"" + key + "\"]");
    if (target) {
      event.preventDefault();
      target.click();
    }
  });

  /* Where the reader's focus goes on arrival: <h2 tabindex="-1" data-focus="true">, or the first field that is to be mended */
  document.addEventListener("DOMContentLoaded", function () {
    showKeys();
    var arrival = document.querySelector("[data-focus=true]");
    if (arrival) {
      arrival.focus({ preventScroll: true });
      return;
    }
    var wrong = document.querySelector("main [aria-invalid=true], main .field:has(.ui-message-error) .input");
    if (wrong) {
      wrong.focus();
    }
  });

  /* Rows: <section data-rows> opens a row's <a data-row-link> by a click beside it; arrows go from link to link, Enter opens. */
  document.addEventListener("click", function (event) {
    var row = event.target.closest("[data-rows] tbody tr");
    if (row && !event.target.closest("a, button, input, label") && !String(getSelection())) {
      var link = row.querySelector("[data-row-link]");
      if (link) { link.click(); }
    }
  });
  document.addEventListener("keydown", function (event) {
    var step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && "rowLink" in event.target.dataset) {
      var links = Array.from(event.target.closest("[data-rows]").querySelectorAll("[data-row-link]"));
      var next = links[links.indexOf(event.target) + step];
      if (next) {
        event.preventDefault();
        next.focus();
      }
    }
  });

  /* What is left empty does not stand in the address: <form method="get" data-bare> */
  document.addEventListener("submit", function (event) {
    if ("bare" in event.target.dataset) {
      event.target.querySelectorAll("[name]").forEach(function (field) { field.disabled = !field.value; });
    }
  });
  window.addEventListener("pageshow", function () {
    document.querySelectorAll("form[data-bare] [disabled]").forEach(function (field) { field.disabled = false; });
  });

  /* A file that is too large is named before it is sent: <input type="file" data-largest="bytes" data-too-large="text"> */
  document.addEventListener("change", function (event) {
    var input = event.target;
    if (input.matches("input[type=file][data-largest]")) {
      var large = input.files.length > 0 && input.files[0].size > Number(input.dataset.largest);
      input.setCustomValidity(large ? input.dataset.tooLarge : "");
      input.reportValidity();
    }
  });

  /* The words of a choice choose it too: the label alone would tick only the copy of the button that PrimeFaces draws. */
  document.addEventListener("click", function (event) {
    var choice = event.target.closest("label.choice");
    var box = choice && choice.querySelector(".ui-radiobutton-box");
    if (box && !event.target.closest(".ui-radiobutton")) {
      event.preventDefault();
      box.click();
    }
  });

  /* What was typed outlives the session: it is kept in this tab from the press of a button to the next page, which fills it
     in again where it holds [data-kept]: the page of a form for which nobody waited any more. Secrets and files are not kept. */
  var KEPT = "aviso.kept";

  function keepable(form) {
    return Array.from(form.elements).filter(function (field) {
      return field.name && field.matches("textarea, select, input:not([type=hidden], [type=password], [type=file])")
          && !field.matches("[data-secret]") && !field.closest(".ui-chkbox, .ui-radiobutton, .trap");
    });
  }

  function kept() {
    try {
      var text = sessionStorage.getItem(KEPT);
      sessionStorage.removeItem(KEPT);
      return text ? JSON.parse(text) : [];
    } catch (shut) {
      return [];
    }
  }

  function isTick(field) {
    return field.type === "checkbox" || field.type === "radio";
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest("form[method=post] button");
    if (button) {
      var fields = keepable(button.form).map(function (field) {
        return { name: field.name, value: field.value, ticked: isTick(field) && field.checked };
      });
      try {
        sessionStorage.setItem(KEPT, JSON.stringify(fields));
      } catch (shut) { /* then it is not kept */ }
    }
  }, true);

  document.addEventListener("DOMContentLoaded", function () {
    var former = kept();
    if (!document.querySelector("[data-kept]")) {
      return;
    }
    Array.from(document.forms).forEach(function (form) {
      keepable(form).forEach(function (field) {
        var same = former.find(function (each) { return each.name === field.name && (!isTick(field) || each.value === field.value); });
        if (same && isTick(field)) {
          field.checked = same.ticked;
        } else if (same) {
          field.value = same.value;
        }
      });
    });
  });

  /* A part of a page looks again by itself while it says so: <div id="progress" data-refresh="2"> (seconds). When it no
     longer says so, the work has ended, and the whole page is shown anew: it has other buttons then. */
  function refresh(part) {
    setTimeout(function () {
      if (document.hidden) { refresh(part); return; }
      fetch(location.href, {headers: {Accept: "text/html"}, redirect: "error"}).then(function (answer) {
        return answer.ok ? answer.text() : Promise.reject(new Error(answer.statusText));
      }).then(function (text) {
        var fresh = new DOMParser().parseFromString(text, "text/html").getElementById(part.id);
        if (!fresh || !fresh.dataset.refresh) { location.reload(); return; }
        if (fresh.innerHTML !== part.innerHTML) { part.innerHTML = fresh.innerHTML; }
        refresh(part);
      }).catch(function () { refresh(part); });
    }, Number(part.dataset.refresh) * 1000);
  }

  document.querySelectorAll("[data-refresh][id]").forEach(refresh);

  /* What is typed after a plain form was sent would be lost: its fields can be read alone until the answer is here. */
  function hold(form) {
    form.querySelectorAll("textarea:not([readonly]), input:not([readonly], [type=hidden])").forEach(function (field) {
      field.readOnly = true;
      field.dataset.held = "true";
    });
  }

  function letGo(form) {
    form.querySelectorAll("[data-held]").forEach(function (field) {
      field.readOnly = false;
      delete field.dataset.held;
    });
  }

  /* A plain form is sent once: its buttons are off until the answer is here, or the page comes back from the cache. */
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.method === "post" && !form.dataset.sent && !event.defaultPrevented) {
      form.dataset.sent = "true";
      setTimeout(function () {
        form.querySelectorAll("button[type=submit]").forEach(function (button) { button.setAttribute("aria-disabled", "true"); });
        hold(form);
      });
    } else if (form.dataset.sent) {
      event.preventDefault();
    }
  });
  window.addEventListener("pageshow", function () {
    document.querySelectorAll("form[data-sent]").forEach(function (form) {
      delete form.dataset.sent;
      form.querySelectorAll("[aria-disabled]").forEach(function (button) { button.removeAttribute("aria-disabled"); });
      letGo(form);
    });
  });
})();
