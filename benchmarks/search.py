"""How long a search takes in a library of 10,000 meetings, by the kind of word, and what its index costs.

Run it with `python benchmarks/search.py`; a first argument makes another number of meetings.
"""

import random
import statistics
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter

from copu_desk.document import paragraphs
from copu_desk.library import Library
from copu_desk.model import AgendaItem, Attendee, Essay, Meeting

WORDS = (
    "开源", "供应链", "治理", "社区", "会议", "讨论", "决定", "成员", "单位", "漏洞", "依赖", "许可", "基金", "培训",
    "年度", "计划", "报告", "秘书处", "专家", "方案",
)  # fmt: skip
SIGNS = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多"
MOST = 100  # as many as the window shows


def sentence(chance: random.Random) -> str:
    return "".join(chance.choice(WORDS) if chance.random() < 0.3 else chance.choice(SIGNS) for _ in range(30)) + "。"


def meeting(number: int, chance: random.Random) -> Meeting:
    text = paragraphs("\n".join(sentence(chance) for _ in range(20)))
    return Meeting(
        date(2000, 1, 1) + timedelta(days=number),
        title=f"第{number}次会议纪要",
        agenda=(AgendaItem(title=sentence(chance), discussion=text[:8]),),
        essays=(Essay(title=sentence(chance), body=text),),
        attendees=tuple(
            Attendee(f"{chance.choice(SIGNS)}{chance.choice(SIGNS)}", chance.choice(WORDS)) for _ in range(8)
        ),
    )


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    chance = random.Random(1)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.copu"
        library = Library(path)
        for number in range(count):
            library.save(meeting(number, chance))
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
        for name, make in (
            ("one character", lambda: chance.choice(SIGNS)),
            ("two characters", lambda: chance.choice(WORDS)[:2]),
            ("four characters", lambda: chance.choice(WORDS) + chance.choice(WORDS)),
            ("eight characters", lambda: "".join(chance.choice(WORDS) for _ in range(4))),
            ("a number", lambda: str(chance.randrange(count))),
            ("two words", lambda: f"{chance.choice(WORDS)} {chance.choice(WORDS)}"),
            ("nowhere", lambda: "天地玄黄"),
        ):
            times = []
            for _ in range(60):
                words = make()
                start = perf_counter()
                library.search(words, MOST)
                times.append((perf_counter() - start) * 1000)
            centiles = statistics.quantiles(times, n=20)
            print(f"  {name}: median {statistics.median(times):.1f} ms, 95th percentile {centiles[18]:.1f} ms")
        library.close()


if __name__ == "__main__":
    main()
