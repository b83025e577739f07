"""Bring resources/translations up to date with the window: python tests/make_translations.py [FILE.json]

Every text of the forms and of the code in gui is asked for by Qt's lupdate, and so are the sentences of all layers
(copu_desk/sentences.py), as texts of the context "sentences"; texts that are gone are dropped. FILE.json
({"source": "translation"}) fills in what is new. What still lacks a translation is printed, as such a file.

A text with a number before a noun has two translations, for one and for more (["{} meeting", "{} meetings"]): what is
asked for by `tr(text, "", n)`, and each sentence with a value called `count`.
"""

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
HAN = re.compile("[\u3001-\u303f\u3400-\u9fff\uff01-\uff60]")  # and full-width punctuation
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
ENGLISH = ROOT / "resources" / "translations" / "copu_desk_en.ts"


def sentence_calls() -> Iterator[tuple[Path, ast.Call]]:
    """Yield each call that makes a sentence, of Sentence or of an error; the command line has sentences of its own."""
    from copu_desk import errors

    kinds = {name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, Exception)}
    for path in sorted((ROOT / "copu_desk").rglob("*.py")):
        if path.name not in ("sentences.py", "errors.py") and path.parent.name != "cli":
            tree = ast.parse(path.read_text(encoding="utf-8"))
            local = {
                node.name
                for node in ast.walk(tree)
                if isinstance(node, ast.ClassDef) and {getattr(base, "id", "") for base in node.bases} & kinds
            }
            for node in ast.walk(tree):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"Sentence", *kinds, *local}:
                    yield path, node


def templates() -> list[str]:
    """Return the templates of all sentences, in the order of the files."""
    heads = (call.args[0] for _path, call in sentence_calls() if call.args)
    found = [one.value for one in heads if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    return list(dict.fromkeys(template for template in found if HAN.search(template)))


def update(target: Path) -> None:
    """Write all texts of the window into a .ts file, beside the translations that it has."""
    with TemporaryDirectory() as folder:
        said = Path(folder) / "sentences_of_all_layers.cpp"  # lupdate knows no plural of a text alone in Python
        marks = (
            ("QT_TRANSLATE_N_NOOP" if re.search(r"[{]count\b", one) else "QT_TRANSLATE_NOOP", one)
            for one in templates()
        )
        lines = [f'{mark}("sentences", {json.dumps(one, ensure_ascii=False)})\n' for mark, one in marks]
        said.write_text("".join(lines), encoding="utf-8")
        _update(target, said)


def _update(target: Path, said: Path) -> None:
    import PySide6

    program = Path(PySide6.__file__).parent / ("lupdate.exe" if sys.platform == "win32" else "lupdate")
    sources = sorted(map(str, [*(ROOT / "copu_desk" / "gui").rglob("*.py"), *(ROOT / "ui").glob("*.ui")]))
    sources.append(str(said))
    options = ["-no-obsolete", "-locations", "none", "-source-language", "zh_CN", "-target-language", "en"]
    done = subprocess.run([program, *options, *sources, "-ts", target], capture_output=True, text=True, check=False)
    if done.returncode:
        raise OSError(done.stderr)
    tree = ElementTree.parse(target)
    root = tree.getroot()
    root[:] = sorted(root, key=lambda context: context.findtext("name", ""))
    write(tree, target)


def write(tree: ElementTree.ElementTree, target: Path) -> None:
    """Write a .ts file as Linguist does, so that a change of one text changes one line."""
    ElementTree.indent(tree, "    ")
    words = ElementTree.tostring(tree.getroot(), encoding="unicode", short_empty_elements=True)
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    target.write_text(f"{head}{words}\n", encoding="utf-8", newline="\n")


def messages(target: Path) -> dict[tuple[str, str], list[str]]:
    """Return the translations of a .ts file by context and source: one, or one for 1 and one for more.

    What is not finished is empty.
    """
    found = {}
    for context in ElementTree.parse(target).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            finished = translation is not None and translation.get("type") is None
            forms = [form.text or "" if finished else "" for form in _forms(message)]
            found[context.findtext("name", ""), message.findtext("source", "")] = forms
    return found


def _forms(message: ElementTree.Element) -> list[ElementTree.Element]:
    """Return the elements that hold the translations of a message."""
    return message.findall("translation/numerusform") or message.findall("translation")


def fill(target: Path, known: dict[str, str | list[str]]) -> None:
    """Fill in translations where there are none, by the source text; a text without Chinese stays as it is.

    All quotation marks become straight ones: fonts for Chinese draw the others as wide as a character.
    """
    tree = ElementTree.parse(target)
    for message in tree.getroot().iter("message"):
        translation, source = message.find("translation"), message.findtext("source", "")
        words = known.get(source) or (source if not HAN.search(source) else "")
        if translation is not None and translation.get("type") == "unfinished" and words:
            for form, text in zip(_forms(message), [words] if isinstance(words, str) else words, strict=True):
                form.text = text
            del translation.attrib["type"]
        for form in _forms(message):
            form.text = form.text and form.text.translate(_STRAIGHT)
    write(tree, target)


def main() -> None:
    """Update, fill in, and print what is left."""
    update(ENGLISH)
    known = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")) if sys.argv[1:] else {}
    fill(ENGLISH, known)
    lacking = ((source, forms) for (_context, source), forms in messages(ENGLISH).items() if not all(forms))
    left = {source: "" if len(forms) == 1 else forms for source, forms in lacking}
    print(json.dumps(left, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
