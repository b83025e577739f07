"""Where a library lies: on a disk of this computer, in a folder that is synchronised, or on the network."""

import os
import sys
from enum import StrEnum
from pathlib import Path

from copu_desk.sentences import Sentence


class Place(StrEnum):
    """What kind of folder a library lies in."""

    LOCAL = "local"
    SYNCED = "synced"
    NETWORK = "network"


# As the programs name their folders; OneDrive and Dropbox add the organisation ("OneDrive - 远帆协会").
_SYNCED = (
    "onedrive", "dropbox", "google drive", "googledrive", "my drive", "icloud", "mobile documents",
    "com~apple~clouddocs", "cloudstorage", "nutstore", "坚果云", "我的坚果云", "baidusyncdisk", "baidunetdisk",
    "百度网盘", "百度云", "wpsdrive", "wps云盘", "weiyun", "微云", "aliyundrive", "阿里云盘", "syncthing", "seafile",
    "nextcloud", "owncloud", "box sync", "pcloud",
)  # fmt: skip
_NETWORK_TYPES = {
    "nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afpfs", "webdav", "davfs", "9p", "afs", "ncpfs",
    "fuse.sshfs", "fuse.rclone", "fuse.davfs", "fuse.davfs2", "fuse.gvfsd-fuse", "fuse.s3fs", "fuse.glusterfs",
}  # fmt: skip
_REMOTE_DRIVE = 4  # what GetDriveTypeW says of a drive of another computer

ADVICE = {
    Place.SYNCED: Sentence(
        "资料库在会自动同步的文件夹里，可能被同步软件弄坏。请移到本机的文件夹，只把备份放在同步文件夹里。"
    ),
    Place.NETWORK: Sentence("资料库在网络上的文件夹里，断网时可能写不进去。请移到本机的文件夹，只把备份放在网络上。"),
}


def place_of(path: Path) -> Place:
    """Return where a file lies, as far as its path and this system's mounts tell."""
    where = path.resolve()
    if _is_network(where):
        return Place.NETWORK
    names = [part.lower() for part in where.parent.parts]
    return Place.SYNCED if any(name.startswith(_SYNCED) for name in names) else Place.LOCAL


def _is_network(path: Path) -> bool:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only there

        drive = os.path.splitdrive(path)[0]
        return drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(drive + "\\") == _REMOTE_DRIVE
    return mount_type(path, _mounts()) in _NETWORK_TYPES


def mount_type(path: Path, mounts: str) -> str:
    """Return the type of the file system a path lies on, by the lines of /proc/self/mounts (empty if unknown)."""
    best, found = -1, ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:  # noqa: PLR2004 - device, where, type
            continue
        where = Path(fields[1].replace("\\040", " "))
        if (where == path or where in path.parents) and len(where.parts) > best:
            best, found = len(where.parts), fields[2]
    return found


def _mounts() -> str:
    try:
        return Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""  # macOS: a share is known only by its folder's name
