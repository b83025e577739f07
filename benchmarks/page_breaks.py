"""Whether the preview and the PDF break pages where the Word file does, as LibreOffice sets it, with the same fonts.

Run `python benchmarks/page_breaks.py [--show] [PAST-MINUTES.txt]`: a meeting is set in each house style, with all fonts
replaced by Noto CJK in a copy of its template; then both are read back from PDF, and for each page break the lines by
which it differs are told (0: the same line ends the page), with `--show` also the lines that end the pages. Without a
file, the sample organisation's newest meeting is set.
"""

import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from breaks import both_ways, differences, with_noto

from copu_desk import exchange
from copu_desk.model import Series
from copu_desk.paths import SAMPLE, STYLES
from copu_desk.style import style_names


def main():
    files = [Path(word) for word in sys.argv[1:] if word != "--show"]
    source = files[0] if files else max(SAMPLE.glob("minutes-*.txt"))
    meeting = exchange.read(source).bundle.meetings[0]
    print(f"{source.name}\n{'style':10} {'pages':>12} {'lines':>12}  page breaks differ by lines (ours - LibreOffice)")
    with TemporaryDirectory() as name:
        folder, series, created = Path(name), Series(name="COPU例会"), datetime(2025, 9, 3, tzinfo=UTC)
        materials = {
            style: exchange.Material(meeting, series, with_noto(style, folder), created=created)
            for style in style_names(STYLES)
        }
        (folder / "files").mkdir()
        for style, (ours, theirs) in both_ways(materials, folder / "files").items():
            counts = [f"{len(ours)} / {len(theirs)}", f"{sum(map(len, ours))} / {sum(map(len, theirs))}"]
            print(f"{style:10} {counts[0]:>12} {counts[1]:>12}  {differences(ours, theirs)}")
            if "--show" in sys.argv:
                for page, (mine, yours) in enumerate(zip(ours, theirs, strict=False), 1):
                    print(page, mine[-1:], "|", yours[-1:])


if __name__ == "__main__":
    main()
