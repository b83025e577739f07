"""Kill a window that is being edited, again and again, and look whether anything is missing that it said was saved.

    python benchmarks/durability.py [--kills 2000] [--seed 1] [--jobs 2] [--results FILE] [--way fork|start]

A real window (offscreen) edits a library at random in every kind of field, through its own widgets and dialogs
(driver.py), and tells through a pipe what it did and when it said 已保存 (kill_window.py). After a random while its
process is killed (SIGKILL; TerminateProcess on Windows). Then the library is opened as the next start opens it, looked
through (integrity, our own rules, index), and compared: it must hold the state that was said to be saved last, or a
later one (kill_rounds.py). What a power cut does beyond that (the disk's own cache) it cannot show.

The kills are done in batches of BATCH, each on a library of its own and in a process of its own: of every five, one
edits texts of 100,000 characters, one mostly restores backups and brings corrected files back, and beside one commands
write into the same library. With `--results` each batch is kept as a line of that file, and those that are there are
not done again: so a long run can be stopped, gone on with, and split (`--first 40 --kills 1000` does the second half of
2,000). `--keep` names a folder for what is left of kills after which something was wrong: the library, what was told,
and the states that were told of. `--mutant` puts a fault into the window (mutants.py), which must be caught.

A loss is measured from the moment the key was pressed to the kill. Of each loss is told for how long the process got no
processor meanwhile, though it could have used one: a machine that is too busy loses more.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path
from statistics import median, quantiles
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"

BATCH = 25
KINDS = ("plain", "long", "files", "commands", "plain")
WORST = 8  # kills that are shown one by one


def one_batch(options: argparse.Namespace) -> int:
    """Do one batch in this process, and print its result as a line."""
    from kill_rounds import Batch

    kind, keep = KINDS[options.batch % len(KINDS)], options.keep.resolve() if options.keep else None
    batch = Batch(options.batch, kind, options.kills, options.seed, options.way, options.mutant, keep)
    began = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="copu-durability-", ignore_cleanup_errors=True) as folder:
        kills, fields = batch.run(Path(folder))
    values = {"batch": batch.number, "kind": batch.kind, "seed": batch.seed, "seconds": time.perf_counter() - began}
    print(json.dumps({**values, "fields": sorted(fields), "kills": [asdict(one) for one in kills]}, ensure_ascii=False))
    return 0


def all_batches(options: argparse.Namespace) -> list[dict[str, Any]]:
    """Do the batches that are not done yet, several at once, telling how it goes; return the results of all."""
    done = [json.loads(line) for line in _lines(options.results) if json.loads(line)["seed"] == options.seed]
    sizes = {options.first + at // BATCH: min(BATCH, options.kills - at) for at in range(0, options.kills, BATCH)}
    done = [one for one in done if one["batch"] in sizes]
    waiting = [number for number in sizes if number not in {one["batch"] for one in done}]

    def run(number: int) -> dict[str, Any]:
        words = ["--batch", number, "--kills", sizes[number], "--seed", options.seed, "--way", options.way]
        words += ["--mutant", options.mutant, *(["--keep", options.keep] if options.keep else [])]
        command = [sys.executable, __file__, *map(str, words)]
        made = subprocess.run(command, stdout=subprocess.PIPE, check=False)
        if made.returncode:
            raise SystemExit(f"batch {number} failed: {made.returncode}")
        found: dict[str, Any] = json.loads(made.stdout.decode().splitlines()[-1])
        return found

    with ThreadPoolExecutor(options.jobs) as pool:
        for found in pool.map(run, waiting):
            done.append(found)
            if options.results:
                with options.results.open("a", encoding="utf-8") as file:
                    file.write(json.dumps(found, ensure_ascii=False) + "\n")
            so_far = table(done)
            words = f"{so_far['kills']} kills, lost though saved {so_far['lost although said to be saved']}, "
            print(f"{words}longest loss {so_far['longest loss, ms']} ms", file=sys.stderr, flush=True)
    return done


def _lines(results: Path | None) -> list[str]:
    return results.read_text(encoding="utf-8").splitlines() if results and results.exists() else []


def table(batches: list[dict[str, Any]]) -> dict[str, Any]:
    """Return what the batches came to, by its words."""
    from kill_rounds import BOUND_MS

    kills = [kill for batch in batches for kill in batch["kills"]]
    losses = sorted(kill["lost_ms"] for kill in kills)
    unexplained = [kill["lost_ms"] - kill["waited_ms"] for kill in kills]
    over = [kill for kill in kills if kill["lost_ms"] > BOUND_MS]
    of_kind = Counter(one["kind"] for one in batches for _kill in one["kills"])
    return {
        "kills": len(kills),
        "with texts of 100,000 characters": of_kind["long"],
        "with backups restored and files brought back": of_kind["files"],
        "with commands beside the window": of_kind["commands"],
        "edits": sum(kill["edits"] for kill in kills),
        "things said to be saved": sum(kill["saves"] for kill in kills),
        "backups restored": sum(kill["restores"] for kill in kills),
        "corrected files brought back": sum(kill["brought_back"] for kill in kills),
        "lost although said to be saved": sum(kill["lost_saved"] for kill in kills),
        "states nobody told of": sum(kill["strange"] for kill in kills),
        "times that the window said 没有保存": sum(kill["refused"] for kill in kills),
        "commands done beside the window": sum(kill["commands_done"] for kill in kills),
        "of these lost": sum(kill["commands_lost"] for kill in kills),
        "problems found": sum(len(kill["problems"]) for kill in kills),
        "kills that lost something": sum(loss > 0 for loss in losses),
        "most edits lost": max(kill["lost_edits"] for kill in kills),
        "longest loss, ms": round(losses[-1]),
        "95 of 100 losses are below, ms": round(quantiles(losses, n=20)[-1]) if len(losses) > 1 else round(losses[-1]),
        "longest loss without the time that no processor was had, ms": round(max(unexplained)),
        f"losses over {BOUND_MS} ms": len(over),
        "of these without the time that no processor was had": sum(
            kill["lost_ms"] - kill["waited_ms"] > BOUND_MS for kill in over
        ),
        "event loop blocked at the kill, median ms": round(median(kill["blocked_ms"] for kill in kills)),
        "event loop blocked at the kill, longest ms": round(max(kill["blocked_ms"] for kill in kills)),
        "load of the machine, median": median(kill["load"] for kill in kills),
        "load of the machine, highest": max(kill["load"] for kill in kills),
        "slowest opening after a kill, ms": round(max(kill["open_ms"] for kill in kills)),
        "fields edited": len({name for batch in batches for name in batch["fields"]}),
        "fields never edited": _never_edited(batches),
    }


def _never_edited(batches: list[dict[str, Any]]) -> list[str]:
    from states import every_field

    return sorted(every_field() - {name for batch in batches for name in batch["fields"]})


def show(batches: list[dict[str, Any]]) -> None:
    """Print the table, the worst losses one by one, and what was wrong."""
    for name, value in table(batches).items():
        print(f"{name:62} {value}")
    kills = [(kill, batch) for batch in batches for kill in batch["kills"]]
    print(f"\n{'worst losses: batch':20} kind      kill  edits      ms  without processor  blocked   load  step")
    for kill, batch in sorted(kills, key=lambda one: -one[0]["lost_ms"])[:WORST]:
        print(
            f"{batch['batch']:20} {batch['kind']:9} {kill['number']:4} {kill['lost_edits']:6} {kill['lost_ms']:7.0f} "
            f"{kill['waited_ms']:18.0f} {kill['blocked_ms']:8.0f} {kill['load']:6.1f}  {kill['step']}"
        )
    for kill, batch in kills:
        if kill["lost_saved"] or kill["strange"] or kill["commands_lost"] or kill["problems"]:
            print(f"WRONG: batch {batch['batch']} ({batch['kind']}), kill {kill['number']}:", json.dumps(kill))


def main() -> int:
    """Do what the command line says."""
    from kill_rounds import USUAL_WAY, WAYS
    from mutants import MUTANTS

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=2000)
    parser.add_argument("--first", type=int, default=0, help=f"number of the first batch (of {BATCH} kills)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--way", choices=sorted(WAYS), default=USUAL_WAY, help="how the windows are started")
    parser.add_argument(
        "--results", type=Path, help="keeps each batch as a line, and goes on from those that are there"
    )
    parser.add_argument("--mutant", choices=["", *MUTANTS], default="", help="the fault that must be caught")
    parser.add_argument("--keep", type=Path, help="a folder for what is left of kills after which something was wrong")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--batch", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.batch is not None:
        return one_batch(options)
    began = time.perf_counter()
    batches = all_batches(options)
    values = table(batches)
    if options.json:
        problems = [words for batch in batches for kill in batch["kills"] for words in kill["problems"]]
        print(json.dumps(values | {"problems": problems[:5]}, ensure_ascii=False))
    else:
        show(batches)
        print(f"{'seconds':62} {time.perf_counter() - began:.0f}")
    wrong = ("lost although said to be saved", "states nobody told of", "of these lost", "problems found")
    return 1 if any(map(values.get, wrong)) else 0


if __name__ == "__main__":
    sys.exit(main())
