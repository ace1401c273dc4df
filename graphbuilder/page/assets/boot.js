// Runs the scripts of the page: unpacks them if they are packed. Each is allowed to run by its hash alone.
(async () => {
  "use strict";
  const unpack = async (text) => {
    const marks = atob(text.trim());
    const bytes = new Uint8Array(marks.length); // filled in a loop: Uint8Array.from takes twenty times as long
    for (let at = 0; at < marks.length; at++) bytes[at] = marks.charCodeAt(at);
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).text();
  };
  try {
    for (const data of document.querySelectorAll("script[data-packed]")) data.textContent = await unpack(data.textContent);
    for (const packed of document.querySelectorAll("script[data-packed-script]")) {
      const script = document.createElement("script");
      script.textContent = await unpack(packed.textContent);
      packed.replaceWith(script);
    }
    window.dispatchEvent(new Event("graphbuilder-start"));
  } catch (error) {
    const failed = document.getElementById("failed");
    failed.hidden = false;
    failed.textContent =
      "This browser cannot unpack the page. Use a browser of 2023 or later, or write the page with compress=False.";
    console.error(error);
  }
})();
