"""Turn old Word and WPS documents (.doc, .wps, .rtf) into .docx with LibreOffice, where it is installed."""

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from copu_desk.errors import ReadError
from copu_desk.sentences import Sentence

TIMEOUT = 60  # seconds; the first start of LibreOffice takes a few
_NOT_INSTALLED = Sentence(
    "旧的 .doc、.wps、.rtf 格式要靠 LibreOffice 转换，而这台电脑上没有安装它。"
    "请用 Word 或 WPS 打开后另存为 .docx，再导入。"
)
_NOT_CONVERTED = Sentence("LibreOffice 没能转换它，它可能损坏或加了密码。请用 Word 或 WPS 打开后另存为 .docx，再导入。")
_USUAL_PLACES = {
    "win32": (
        r"C:\Program Files\LibreOffice\program\soffice.exe",
        r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
    ),
    "darwin": ("/Applications/LibreOffice.app/Contents/MacOS/soffice",),
}
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse">
<value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse">
<value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse">
<value>true</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetProxyType" oor:op="fuse">
<value>2</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetNoProxy" oor:op="fuse">
<value></value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyName" oor:op="fuse">
<value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyPort" oor:op="fuse">
<value>1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyName" oor:op="fuse">
<value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse">
<value>1</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse">
<value>2</value></prop></item>
</oor:items>
"""  # no macros; what a document refers to is not fetched, nor asked whether it is there: the way out leads nowhere


def program() -> str:
    """Return where LibreOffice is, or nothing if it is not installed."""
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name):
            return found
    return next((place for place in _USUAL_PLACES.get(sys.platform, ()) if Path(place).is_file()), "")


def to_docx(data: bytes, suffix: str) -> bytes:
    """Return an old document as .docx; suffix is its kind (`doc`, `wps`, `rtf`).

    ReadError if LibreOffice is not installed, or fails, or takes longer than TIMEOUT.
    """
    soffice = program()
    if not soffice:
        raise ReadError(_NOT_INSTALLED)
    with TemporaryDirectory(prefix="copu-desk-") as folder:
        place = Path(folder)
        settings = place / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_SETTINGS, encoding="utf-8")
        (place / f"a.{suffix}").write_bytes(data)
        command = [
            soffice, f"-env:UserInstallation={(place / 'profile').as_uri()}", "--headless", "--norestore",
            "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(place / "out"), str(place / f"a.{suffix}"),
        ]  # fmt: skip
        try:
            _run(command)
            return (place / "out" / "a.docx").read_bytes()
        except (OSError, subprocess.SubprocessError) as error:
            raise ReadError(_NOT_CONVERTED) from error


def _run(command: list[str]) -> None:
    """Run a program to its end; what it started goes with it, if it takes longer than TIMEOUT or is not waited for."""
    nothing = subprocess.DEVNULL
    with subprocess.Popen(command, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True) as program:  # noqa: S603
        try:
            program.wait(TIMEOUT)
        except BaseException:
            _end(program)
            raise


def _end(program: "subprocess.Popen[bytes]") -> None:
    """End a program with all that it started: LibreOffice is a small one that starts the large one."""
    with suppress(OSError):
        if sys.platform == "win32":
            subprocess.run(["taskkill", "/F", "/T", "/PID", str(program.pid)], capture_output=True, check=False)  # noqa: S603, S607
        else:
            os.killpg(program.pid, signal.SIGKILL)
    program.kill()
