// What textual.js leaves to the page: the font before the first measure, letters that fit a phone, the keyboard, and
// downloads without a window of their own, which a browser may well block.
"use strict";

// The app is laid out for 40 columns at least; a letter is 0.6 of its height wide.
const COLUMNS = 41, SMALLEST = 9, RATIO = 0.602;

const begin = window.onload;
window.onload = async () => {
  const terminal = document.getElementById("terminal");
  const fitting = Math.floor(window.innerWidth / (COLUMNS * RATIO));
  terminal.dataset.fontSize = Math.max(SMALLEST, Math.min(16, fitting));
  await Promise.all(["16px", "bold 16px", "italic 16px"].map((font) => document.fonts.load(`${font} "Roboto Mono"`)));
  begin();
};

const open = window.open.bind(window);
window.open = (url, ...rest) => {
  if (!url || !new URL(url, location.href).pathname.startsWith("/download/")) return open(url, ...rest);
  const link = document.createElement("a");
  link.href = url;
  link.download = "";
  link.click();
  return null;
};

new MutationObserver((_changes, observer) => {
  const classes = document.body.classList;
  if (classes.contains("-closed")) {
    document.querySelector("#lost a").focus();
    observer.disconnect();
  } else if (classes.contains("-first-byte")) {
    document.querySelector(".xterm-helper-textarea").focus();
  }
}).observe(document.documentElement, { attributes: true, attributeFilter: ["class"], subtree: true });
