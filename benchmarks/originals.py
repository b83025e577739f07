"""What it costs to keep the files that meetings were imported from in the library itself.

Run it with `python benchmarks/originals.py [MEETINGS] [KILOBYTES]`: two libraries of the same meetings, of which one
has a file of so many kilobytes with each. Ratios are against the library without.
"""

import os
import statistics
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from time import perf_counter

from keeping import meeting

from copu_desk.library import Library, verify
from copu_desk.model import Meeting, Original


def took(deed: Callable[[], object]) -> float:
    """Return how long a deed takes, in milliseconds."""
    began = perf_counter()
    deed()
    return (perf_counter() - began) * 1000


def imported(number: int, size: int, library: Library) -> Meeting:
    """Return a meeting, with a file of so many bytes if there are any."""
    made = meeting(number)
    if not size:
        return made
    data = os.urandom(size)
    moment = datetime.now(UTC).replace(microsecond=0)
    original = Original(f"{number}.docx", digest=sha256(data).hexdigest(), size=size, moment=moment)
    library.hold_original(data)
    return replace(made, originals=(original,))


def measured(path: Path, count: int, size: int) -> dict[str, float]:
    """Fill a library, and return the median time of each thing that is done with it, in milliseconds."""
    found = {}
    with Library(path) as library:
        meetings = [imported(number, size, library) for number in range(count)]
        found["importing a meeting"] = statistics.median(took(lambda one=one: library.save(one)) for one in meetings)
        state = [library.load(meetings[0].id)]

        def key() -> None:
            after = replace(state[0], remarks=state[0].remarks[-200:] + "字")
            library.save(after, state[0])
            state[0] = after

        found["saving a key"] = statistics.median(took(key) for _ in range(500))
        found["loading a meeting"] = statistics.median(took(lambda: library.load(meetings[1].id)) for _ in range(100))
    found["opening"] = statistics.median(took(lambda: Library(path).close()) for _ in range(5))
    with Library(path) as library:
        found["a backup"] = statistics.median(took(library.back_up) for _ in range(3))
    found["looking through"] = took(lambda: verify(path))
    return found


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    size = int(sys.argv[2]) * 1000 if len(sys.argv) > 2 else 200_000
    with tempfile.TemporaryDirectory(prefix="copu-originals-") as folder:
        without, with_files = Path(folder) / "without.copu", Path(folder) / "with.copu"
        plain, files = measured(without, count, 0), measured(with_files, count, size)
        megabytes = [path.stat().st_size / 1e6 for path in (without, with_files)]
    print(f"{count} meetings, a file of {size // 1000} kB with each: {megabytes[0]:.0f} MB and {megabytes[1]:.0f} MB")
    print(f"{'':24}{'without':>10}{'with':>10}")
    for name, time in plain.items():
        print(f"{name:24}{time:8.2f}ms{files[name]:8.2f}ms  {files[name] / time:6.2f}×")


if __name__ == "__main__":
    main()
