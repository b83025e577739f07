"""How long files take to come in: python benchmarks/imports.py [MEETINGS].

A Chinese report of 2.7 MB as .docx (budget 3 s), and past minutes as .docx, read off the GUI thread and taken into a
library with a window that must keep answering (budget 60 s for 1,000). Prints a table; the longest time for which the
window did not answer stands beside each part of it.
"""

import os
import random
import resource
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from PySide6.QtCore import QEventLoop, QTimer
from word_xml import paragraph, run, word

from copu_desk.desk import past
from copu_desk.gui import jobs
from copu_desk.gui.app import make_application
from copu_desk.gui.past_import import PastImport
from copu_desk.library import Library
from copu_desk.readers import docx

TICK_MS = 5
HAN = [chr(sign) for sign in range(0x4E00, 0x9FA5)]
NAMES = [a + b for a in "赵钱孙李周吴郑王冯陈" for b in ("云", "明", "海棠", "知远", "青禾")]


def report(words: random.Random) -> bytes:
    """Return a Word file of 2.7 MB: 13,000 paragraphs of three runs each."""

    def han(count: int) -> str:
        return "".join(words.choices(HAN, k=count))

    look = '<w:rFonts w:eastAsia="仿宋_GB2312"/>'
    body = (paragraph(run(han(40), look) + run(han(20), "<w:b/>") + run(han(30), look)) for _ in range(13_000))
    return word(*body)


def minutes(row: int, words: random.Random) -> bytes:
    """Return the minutes of one meeting as a Word file: 40 people, five items, two pages of text."""
    people = words.sample(NAMES, 40)
    lines = [f"例会纪要 {2000 + row // 50}.{row // 4 % 12 + 1}.{row % 28 + 1}", "时间：14:00-15:30　地点：301 会议室"]
    for number, title in enumerate(("预算", "计划", "人事", "采购", "其他"), 1):
        lines += [
            f"{'一二三四五'[number - 1]}、{title}",
            *("".join(words.choices(HAN, k=120)) + "。" for _ in range(3)),
        ]
        lines += ["决议：同意。", f"待办：落实{title}，责任人：{people[number]}，完成时间：月底"]
    lines.append(
        "参会人员：" + "、".join(f"{name}（线上）" if number % 3 else name for number, name in enumerate(people))
    )
    return word(*map(paragraph, lines))


class Pulse:
    """Measures the longest time for which the event loop did not turn."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = perf_counter()
        self._timer = QTimer(interval=TICK_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now

    def rest(self) -> float:
        """Return the longest pause so far in ms, and begin anew."""
        self._beat()
        longest, self.longest = self.longest, 0.0
        return longest * 1000


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    words = random.Random(1)
    data = report(words)
    begun = perf_counter()
    read = docx.read(data)
    print(f"{'report':<10}{len(data) / 1e6:6.1f} MB{len(read.body):8} blocks{perf_counter() - begun:8.2f} s")
    app = make_application([])
    with TemporaryDirectory() as place:
        folder = Path(place)
        for row in range(count):
            (folder / f"{row:04}.docx").write_bytes(minutes(row, words))
        library = Library(folder / "library.copu")
        from PySide6.QtWidgets import QWidget

        window, pulse, loop, found = QWidget(), Pulse(), QEventLoop(), []
        begun = perf_counter()
        window.show()
        job = jobs.run(
            window,
            "…",
            lambda progress: past.look_into(past.files_of([folder]), (), progress),
            lambda came: (found.extend(came), loop.quit()),
        )
        QTimer.singleShot(600_000, loop.quit)
        loop.exec()
        jobs.finish(job)
        print(f"{'look into':<10}{count:9}{'files':>14}{perf_counter() - begun:10.2f} s{pulse.rest():10.0f} ms pause")
        begun = perf_counter()
        dialog = PastImport(found, library, window)
        dialog.show()
        app.processEvents()
        print(f"{'dialog':<10}{count:9}{'rows':>14}{perf_counter() - begun:10.2f} s{pulse.rest():10.0f} ms pause")
        begun = perf_counter()
        past.take(library, dialog.taken(), lambda *_step: app.processEvents())
        seconds, kept = perf_counter() - begun, len(library.entries())
        print(f"{'take':<10}{kept:9}{'kept':>14}{seconds:10.2f} s{pulse.rest():10.0f} ms pause")
        dialog.close()
        library.close()
    print(f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000:.0f} MB")


if __name__ == "__main__":
    main()
