"""Say in one sentence why this machine cannot show a window; imports no Qt before it knows that Qt can be loaded."""

import ctypes
import os
import re
import sys

# The Debian and Ubuntu package of each system library that Qt loads.
PACKAGES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
_OF_X11 = [name for name in PACKAGES if name.startswith(("libxcb-", "libxkbcommon-x11"))]


def why_no_window() -> str:
    """Return why no window can be shown here and what to do, or nothing if one can."""
    if sys.platform.startswith("linux"):
        platform = os.environ.get("QT_QPA_PLATFORM", "")
        if not (platform or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
            return "这台机器没有图形界面，打不开窗口。请在桌面环境里运行，或使用命令行（copu-desk --help）。"
        if not platform and not os.environ.get("WAYLAND_DISPLAY"):
            for name in _OF_X11:
                if not _loads(name):
                    return _install(name)
    try:
        import PySide6.QtWidgets  # noqa: F401, PLC0415 - to see whether it loads
    except ImportError as error:
        found = re.search(r"lib[\w.+-]+\.so[.\d]*", str(error))
        return _install(found[0]) if found else f"窗口所用的 PySide6 没有装好（{error}）。请重新安装 COPU Desk。"
    return ""


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _install(name: str) -> str:
    package = PACKAGES.get(name, "")
    command = f"请运行：sudo apt install {package}" if package else f"请安装含有 {name} 的软件包"
    return f"系统缺少窗口要用的库 {name}。{command}，然后再打开 COPU Desk。"
