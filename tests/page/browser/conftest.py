"""One headless Chromium for all tests of this folder, and pages to open in it."""

from __future__ import annotations

import json
import shutil
import tempfile
import time
from pathlib import Path

import pytest

import graphbuilder as gb
from graphbuilder.graph.event_graph import EventGraph
from graphbuilder.page import show, to_html

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
DRIVER = shutil.which("chromedriver")
SWITCHES = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--hide-scrollbars", "--lang=en",
)  # fmt: skip


@pytest.fixture(scope="session")
def browser(tmp_path_factory):
    if CHROMIUM is None or DRIVER is None:
        pytest.skip("needs Chromium and its driver: apt-get install chromium chromium-driver")
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    folder = tmp_path_factory.mktemp("chromium")
    for switch in (*SWITCHES, f"--user-data-dir={folder / 'profile'}"):
        options.add_argument(switch)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    driver.folder = folder
    driver.set_script_timeout(180)
    yield driver
    driver.quit()


class Page:
    """A page in the browser, with short words for what the tests do and ask."""

    def __init__(self, browser, path):
        self.browser, self.path = browser, path

    def open(self, link="", width=1440, height=900):
        self.browser.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False},
        )
        self.downloads = Path(tempfile.mkdtemp(dir=self.browser.folder))
        self.browser.execute_cdp_cmd(
            "Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(self.downloads)}
        )
        self.browser.get("about:blank")
        self.browser.execute_cdp_cmd(
            "Storage.clearDataForOrigin", {"origin": "file://", "storageTypes": "local_storage"}
        )
        for kind in ("browser", "performance"):
            self.browser.get_log(kind)
        self.browser.get(self.path.as_uri() + link)
        self.wait("return document.documentElement.dataset.ready === 'yes'")
        return self

    def js(self, script, *arguments):
        return self.browser.execute_script(script, *arguments)

    def wait(self, script, *arguments, seconds=10):
        end = time.monotonic() + seconds
        while not (found := self.js(script, *arguments)):
            assert time.monotonic() < end, f"never true: {script}"
            time.sleep(0.02)
        return found

    def text(self, selector):
        return self.js("return document.querySelector(arguments[0])?.innerText ?? null", selector)

    def texts(self, selector):
        return self.js("return [...document.querySelectorAll(arguments[0])].map((one) => one.innerText)", selector)

    def click(self, selector):
        self.js(
            "document.querySelector(arguments[0]).dispatchEvent(new MouseEvent('click', {bubbles: true}))", selector
        )

    def element(self, selector):
        return self.browser.find_element("css selector", selector)

    def keys(self, *keys):
        from selenium.webdriver import ActionChains

        ActionChains(self.browser, duration=0).send_keys(*keys).perform()

    def mouse(self):
        from selenium.webdriver import ActionChains

        return ActionChains(self.browser, duration=20)

    def count(self):
        """The numbers of "12 of 34 nodes shown"."""
        words = self.text("#status").replace(",", "").split()
        return int(words[0]), int(words[2])

    def node_at(self, id):
        """Where a node stands on the screen."""
        return self.js(
            """const {story, network} = window.graphbuilder;
            const box = document.getElementById("graph").getBoundingClientRect();
            const {x, y} = network.canvasToDOM(network.getPosition(story.byId.get(arguments[0]).number));
            return [Math.round(box.left + x), Math.round(box.top + y)]""",
            id,
        )

    def click_at(self, x, y, double=False):
        from selenium.webdriver.common.actions.action_builder import ActionBuilder

        builder = ActionBuilder(self.browser, duration=10)
        builder.pointer_action.move_to_location(x, y)
        for _ in range(2 if double else 1):
            builder.pointer_action.click()
        builder.perform()

    def focus(self, id):
        """Double click on a node; again where the machine was too slow for two clicks to be one."""
        end = time.monotonic() + 10
        while not self.js("return graphbuilder.store.state.focus !== null"):
            assert time.monotonic() < end, f"no double click reaches {id}"
            self.click_at(*self.node_at(id), double=True)

    def drag(self, start, end):
        from selenium.webdriver.common.actions.action_builder import ActionBuilder

        builder = ActionBuilder(self.browser, duration=60)
        pointer = builder.pointer_action
        pointer.move_to_location(*start).pointer_down().move_to_location(*end).pointer_up()
        builder.perform()

    def selected(self):
        return self.js(
            "const {store, story} = window.graphbuilder; return story.nodes[store.state.selected?.node]?.id ?? null"
        )

    def errors(self):
        return [entry["message"] for entry in self.browser.get_log("browser") if entry["level"] != "INFO"]

    def requests(self):
        """Every address asked for, but for the page itself and what is inside it."""
        events = (json.loads(entry["message"])["message"] for entry in self.browser.get_log("performance"))
        asked = [one["params"]["request"]["url"] for one in events if one["method"] == "Network.requestWillBeSent"]
        return [url for url in asked if not url.startswith((self.path.as_uri(), "data:", "blob:", "about:"))]

    def downloaded(self, ending):
        """The text or bytes of the file with this ending, once it is there."""
        end = time.monotonic() + 10
        while not (found := [one for one in self.downloads.glob(f"*.{ending}") if one.stat().st_size]):
            assert time.monotonic() < end, f"no .{ending} was saved"
            time.sleep(0.05)
        content = found[0].read_bytes()
        found[0].unlink()
        return content


def _built(samples, folder):
    """The whole way from hostile files to a graph."""
    articles = folder / "articles"
    articles.mkdir()
    samples.write_hostile_files(articles)
    return gb.build(articles)


@pytest.fixture(scope="session")
def pages(browser, samples, tmp_path_factory, request):
    """Pages by name, each written once: hand-made graphs, random ones, and the collections of data/."""
    folder = tmp_path_factory.mktemp("pages")
    made = {}

    def page(name, **options):
        key = f"{name}-{'-'.join(map(str, options.values()))}"
        if key not in made:
            graph = {
                "empty": EventGraph,
                "large": lambda: samples.random_graph(1000),
                "middle": lambda: samples.random_graph(300),
                "huge": lambda: samples.random_graph(5000),
                "files": lambda: _built(samples, folder),
                "nato": lambda: request.getfixturevalue("nato"),
                "batteries": lambda: request.getfixturevalue("batteries"),
            }.get(name.removesuffix("-frame")) or getattr(samples, f"{name.removesuffix('-frame')}_graph")
            made[key] = folder / f"{len(made)} {name}.html"
            if name.endswith("-frame"):
                made[key].write_text(f"<!DOCTYPE html><title>notebook</title>{show(graph())._repr_html_()}", "utf-8")
            else:
                to_html(graph(), made[key], **options)
        return Page(browser, made[key])

    return page
