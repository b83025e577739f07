"""How long it takes to find what was corrected in a Word file that comes back, beside writing that file.

Run it with `python benchmarks/corrections.py`. A few: every tenth paragraph was changed; all: each of them was.
"""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from time import perf_counter

from copu_desk import exchange
from copu_desk.desk import corrections
from copu_desk.document import text
from copu_desk.model import Essay, Meeting, Series
from copu_desk.reading import Returned, Said
from copu_desk.style import house_style

SIGNS = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多"
LENGTHS = (30_000, 100_000, 300_000)
PARAGRAPH = 200  # characters


def meeting(length: int) -> Meeting:
    chance = random.Random(length)
    body = (text("".join(chance.choices(SIGNS, k=PARAGRAPH)) + "。") for _ in range(length // PARAGRAPH))
    return Meeting(date(2025, 9, 2), essays=(Essay("长文", body=tuple(body)),))


def changed(paragraphs: tuple[Said, ...], every: int) -> Returned:
    made = (
        one if row % every else replace(one, words=one.words.replace("的", "之", 3).replace("。", "！"))
        for row, one in enumerate(paragraphs)
    )
    return Returned(tuple(made))


def seconds(do: Callable[[], object]) -> float:
    start = perf_counter()
    do()
    return perf_counter() - start


def main() -> None:
    print("characters  write and read  a few  all   (the last two as multiples of the first)")
    for length in LENGTHS:
        of = meeting(length)
        sent = corrections.Exported(exchange.Material(of, Series(), house_style("copu")))
        unchanged = exchange.returned_unchanged(sent.material)
        once = seconds(lambda sent=sent: exchange.returned_unchanged(sent.material))
        few, everything = (
            seconds(lambda every=every: corrections.compare(changed(unchanged.paragraphs, every), sent, of)) / once  # noqa: B023 - called at once
            for every in (10, 1)
        )
        print(f"{length:10,}  {once:12.2f} s  {few:5.1f}  {everything:4.1f}")


if __name__ == "__main__":
    main()
