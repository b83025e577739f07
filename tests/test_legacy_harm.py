"""Old documents that were made to do harm, as another program opens them for us."""

import os
import struct
import subprocess
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from copu_desk import incoming
from copu_desk.document import plain_body
from copu_desk.errors import ReadError
from copu_desk.readers import legacy


@pytest.fixture
def asked():
    """What a server was asked for while the test ran; the first is its address."""
    found = []

    class Server(BaseHTTPRequestHandler):
        def answer(self):
            found.append(f"{self.command} {self.path}")
            self.send_response(404)
            self.end_headers()

        def __getattr__(self, name):
            if name.startswith("do_"):
                return self.answer
            raise AttributeError(name)

        def log_message(self, *_args):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Server) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        found.append(f"http://127.0.0.1:{server.server_port}/")
        yield found
        server.shutdown()


@pytest.mark.skipif(not legacy.program(), reason="LibreOffice is not installed")
def test_an_old_document_asks_nobody_for_its_linked_pictures(asked, tmp_path):
    picture = f"<p>正文</p><img src='{asked[0]}a.png'>"
    (tmp_path / "a.html").write_text(f"<html><meta charset=utf-8><body>{picture}</body></html>", encoding="utf-8")
    made = [legacy.program(), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to",
            "doc:MS Word 97", "--outdir", str(tmp_path), str(tmp_path / "a.html")]  # fmt: skip
    subprocess.run(made, check=True, capture_output=True, timeout=60)
    data = (tmp_path / "a.doc").read_bytes()
    assert asked[0].encode("utf-16-le") in data or asked[0].encode() in data
    del asked[1:]  # the other program asked while it made the file
    assert "正文" in plain_body(incoming.read(data, "a.doc").body)
    assert asked[1:] == []


@pytest.mark.skipif(os.name != "posix", reason="a program made of two lines")
def test_what_takes_too_long_is_ended_with_all_that_it_started(tmp_path, monkeypatch):
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\nsleep 60 &\necho $! > {tmp_path}/pid\nwait\n", encoding="utf-8")
    program.chmod(0o700)
    monkeypatch.setattr(legacy, "program", lambda: str(program))
    monkeypatch.setattr(legacy, "TIMEOUT", 1)
    with pytest.raises(ReadError, match="没能转换"):
        legacy.to_docx(b"\xd0\xcf\x11\xe0" + struct.pack("<I", 0), "doc")
    child = int((tmp_path / "pid").read_text(encoding="utf-8"))
    for _ in range(100):  # it ends at once; that its parent hears of it may take a moment
        if not lives(child):
            return
        time.sleep(0.05)
    pytest.fail("it goes on")


def lives(process):
    """Tell whether a process runs: one that has ended may wait for somebody who asks how."""
    said = subprocess.run(["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False).stdout
    return bool(said.strip()) and not said.strip().startswith("Z")
