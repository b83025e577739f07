"""How long a search takes in a library of 10,000 meetings, by the kind of words, and what its index costs.

Run it with `python benchmarks/search.py`; a first argument makes another number of meetings. The text is invented, but
as uneven as real Chinese: 3,000 words of one to three characters, the most frequent of them every 25th word (the law of
Zipf and Mandelbrot: the n-th has a share of 1 / (n + 2.7)), about 2,500 characters a meeting. What is looked for is cut
out of that text, or put together of two cuts and so hardly there.
"""

import random
import statistics
import sys
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from time import perf_counter

from copu_desk.document import paragraphs
from copu_desk.library import Library
from copu_desk.model import AgendaItem, Attendee, Essay, Meeting, Series

SIGNS = bytes(byte for row in range(0xB0, 0xD0) for cell in range(0xA1, 0xFF) for byte in (row, cell)).decode("gb2312")
MOST = 100  # as many as the window shows
SEARCHES = 60  # of each kind
SERIES = (Series("技术例会"), Series("理事会"))


class Writer:
    """Writes sentences of an invented vocabulary."""

    def __init__(self, chance: random.Random) -> None:
        lengths = chance.choices((1, 2, 3), (1, 6, 2), k=3_000)
        self.chance = chance
        self.words = ["".join(chance.choices(SIGNS, k=length)) for length in lengths]
        self._weights = list(accumulate(1 / (place + 2.7) for place in range(1, len(self.words) + 1)))

    def sentence(self) -> str:
        """Return twenty words and a full stop."""
        return "".join(self.chance.choices(self.words, cum_weights=self._weights, k=20)) + "。"

    def text(self, paragraphs: int) -> str:
        """Return paragraphs of two sentences, a line each."""
        return "\n".join(self.sentence() + self.sentence() for _ in range(paragraphs))

    def meeting(self, number: int) -> Meeting:
        """Return a meeting with one item, an essay and eight attendees."""
        return Meeting(
            date(2000, 1, 1) + timedelta(days=number),
            series=SERIES[number % 2].id,
            title=f"第{number}次会议纪要",
            agenda=(AgendaItem(title=self.sentence(), discussion=paragraphs(self.text(8))),),
            essays=(Essay(title=self.sentence(), body=paragraphs(self.text(20))),),
            attendees=tuple(
                Attendee("".join(self.chance.choices(SIGNS, k=3)), self.words[place]) for place in range(8)
            ),
        )


def kinds(writer: Writer, count: int) -> dict[str, Callable[[], str]]:
    """Return what makes words to look for, by what kind they are."""
    chance, said = writer.chance, [writer.text(40) for _ in range(20)]

    def cut(length: int) -> str:
        words = chance.choice(said)
        start = chance.randrange(len(words) - length)
        return words[start : start + length].replace("\n", "").replace("。", "")

    return {
        "one character": lambda: cut(1) or "一",
        "two characters": lambda: cut(2),
        "three characters": lambda: cut(3),
        "four characters": lambda: cut(4),
        "eight characters": lambda: cut(8),
        "twelve characters": lambda: cut(12),
        "twenty characters": lambda: cut(20),
        "a sentence": writer.sentence,
        "two words": lambda: f"{cut(2)} {cut(2)}",
        "four words": lambda: f"{cut(2)} {cut(2)} {cut(2)} {cut(1)}",
        "four, hardly there": lambda: cut(2) + cut(2),
        "eight, hardly there": lambda: cut(4) + cut(4),
        "nowhere": lambda: "㐀㐁",
        "a number": lambda: str(chance.randrange(count)),
        "a series": lambda: chance.choice(SERIES).name,
        "a series and a word": lambda: f"{chance.choice(SERIES).name} {cut(3)}",
    }


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    writer = Writer(random.Random(1))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.copu"
        library = Library(path)
        library.save_series(SERIES)
        for number in range(count):
            library.save(writer.meeting(number))
        library.close()
        size = path.stat().st_size
        library = Library(path)
        start = perf_counter()
        while library.index(500):
            pass
        taken = perf_counter() - start
        library.close()
        print(f"{count} meetings, {size / 1e6:.0f} MB; index {(path.stat().st_size - size) / 1e6:.0f} MB,", end=" ")
        print(f"{taken / count * 1000:.2f} ms a meeting")
        library = Library(path)
        for name, make in kinds(writer, count).items():
            times = []
            for _ in range(SEARCHES):
                words = make()
                start = perf_counter()
                library.search(words, MOST)
                times.append((perf_counter() - start) * 1000)
            centiles = statistics.quantiles(times, n=20)
            print(f"  {name}: median {statistics.median(times):.1f} ms, 95th percentile {centiles[18]:.1f} ms")
        library.close()


if __name__ == "__main__":
    main()
