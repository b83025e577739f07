"""The commands that keep the library safe: backup, restore, verify."""

import argparse
import sys
from typing import Any

from copu_desk.cli.shared import AT_FAULT, DONE, command, library_path, open_library, place, print_json, with_json


def add(commands: Any) -> None:
    """Add the commands."""
    backup = command(commands, "backup", _backup, "备份资料库，检查备份是否完好，并清理过旧的备份")
    backup.add_argument("folder", nargs="?", type=place, metavar="DIR", help="放在哪个文件夹（默认在资料库旁边）")

    restore = command(commands, "restore", _restore, "从备份恢复资料库；现在的资料库先另外备份")
    restore.add_argument("file", type=place, metavar="FILE", help="备份文件")
    restore.add_argument("--dry-run", action="store_true", help="只看会有什么不同，不恢复")

    verify = command(commands, "verify", _verify, "检查资料库：文件、内容、查找的索引")
    verify.add_argument("--rebuild-index", action="store_true", help="先重建查找的索引")
    with_json(verify)


def _backup(options: argparse.Namespace) -> None:
    from copu_desk import desk

    print(desk.back_up(library_path(options), options.folder))


def _restore(options: argparse.Namespace) -> None:
    from copu_desk import desk

    if options.dry_run:
        print("\n".join(desk.preview(library_path(options), options.file).lines()))
        return
    before, differences = desk.restore(library_path(options), options.file)
    if differences:
        print("\n".join(differences.lines()))
        print(f"恢复好了。恢复之前的资料库备份在：{before}")
    else:
        print(f"恢复好了。损坏的资料库移到了：{before}")


def _verify(options: argparse.Namespace) -> int:
    from copu_desk import desk

    if options.rebuild_index:
        with open_library(options) as library:
            library.rebuild_index()
    found = desk.problems(library_path(options))
    if options.json:
        print_json(found)
    else:
        print("\n".join(found) or "资料库完好。")
    if found:
        print(f"资料库“{library_path(options)}”有 {len(found)} 处问题。请先备份，再从完好的备份恢复。", file=sys.stderr)
    return AT_FAULT if found else DONE
