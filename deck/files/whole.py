"""A file written whole or not at all: a temporary one beside the goal, then one step. What a killed process left is swept away.

A temporary file's name says whose it is, `.GOAL.deck-MACHINE-PROCESS-xxxxxxxx.tmp`: it goes when its process on this machine
lives no more, or when it is a day old; never while its writer may still be at it.
"""

from __future__ import annotations

import contextlib
import errno
import functools
import hashlib
import os
import re
import shutil
import socket
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from deck.diagnostics import Where
from deck.errors import InputError, reason_of
from deck.i18n import _

_OURS = re.compile(r"\.?.*\.?deck-([0-9a-f]{8})-(\d{1,10})-[a-z0-9_]{8}\.tmp$")
DAY = 86_400
_live: set[str] = set()
"""The temporary files of this process."""
SeenFile = tuple[int, int, int]


def seen(path: Path) -> SeenFile | None:
    """What tells that a file is the one that was looked at; None where there is none."""
    try:
        stat = path.stat()
    except FileNotFoundError:
        return None
    return stat.st_ino, stat.st_size, stat.st_mtime_ns


def write_atomic(path: Path, data: bytes | Iterable[bytes], *, unless: SeenFile | bool | None = False) -> bool:
    """Write all of `data` (whole, or in pieces) or nothing. `unless`: what stood there when it was judged (None: nothing); where
    something else stands there now, nothing is written and the answer is False. Raises InputError with what to do."""
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        sweep(path.parent)
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name[:40]}.{_signature()}-", suffix=".tmp", dir=path.parent)
        _live.add(temporary)
        with os.fdopen(handle, "wb") as stream:
            for piece in [data] if isinstance(data, bytes) else data:
                stream.write(piece)
            stream.flush()
            os.fsync(stream.fileno())
        umask = os.umask(0)
        os.umask(umask)
        Path(temporary).chmod(0o666 & ~umask)
        if not isinstance(unless, bool) and seen(path) != unless:
            return False
        if unless is None:
            return _placed(Path(temporary), path)
        Path(temporary).replace(path)
        _live.discard(temporary)
        temporary = None
    except OSError as error:
        raise unwritable(path, error) from None
    finally:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
            _live.discard(temporary)
    return True


def _placed(temporary: Path, path: Path) -> bool:
    """The file at a place where nothing stands; False where something came there meanwhile."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        return False
    except (OSError, NotImplementedError):
        # A file system without links.
        if path.exists():
            return False
        temporary.replace(path)
    return True


def unwritable(path: Path, error: OSError) -> InputError:
    hints = {
        errno.ENOSPC: _("make room on the disk and try again; nothing half was left behind"),
        errno.EDQUOT: _("make room on the disk and try again; nothing half was left behind"),
        errno.EACCES: _("close the file in PowerPoint, or choose a folder that you may write in with -o"),
        errno.EPERM: _("close the file in PowerPoint, or choose a folder that you may write in with -o"),
        errno.EROFS: _("choose a folder that you may write in with -o"),
    }
    hint = hints.get(error.errno or 0, _("choose another folder with -o"))
    message = _("the file cannot be written ({error})").format(error=reason_of(error))
    failed = InputError.of("unwritable", message, Where(str(path)), hint)
    assert isinstance(failed, InputError)
    return failed


# --- what was left behind -------------------------------------------------------------------------------------------------------


@functools.lru_cache(maxsize=1)
def _machine() -> str:
    """Where a process number means something: the machine, and within it the container."""
    space = ""
    with contextlib.suppress(OSError):
        space = os.readlink("/proc/self/ns/pid")  # noqa: PTH115 - no file is at the end of it
    return hashlib.sha256(f"{socket.gethostname()}\0{space}".encode()).hexdigest()[:8]


def _signature() -> str:
    return f"deck-{_machine()}-{os.getpid()}"


def scratch_prefix() -> str:
    return f"{_signature()}-"


def sweep(folder: Path) -> None:
    """Take away the temporary files that killed processes of ours left in a folder. Never raises."""
    try:
        with os.scandir(folder) as entries:
            found = [entry.path for entry in entries if _is_stale(entry)]
    except OSError:
        return
    for path in found:
        with contextlib.suppress(OSError):
            if Path(path).is_dir():
                shutil.rmtree(path)
            else:
                Path(path).unlink()


def _is_stale(entry: os.DirEntry[str]) -> bool:
    match = _OURS.fullmatch(entry.name)
    if match is None:
        return False
    try:
        if entry.is_symlink():
            return False
        if match[1] == _machine() and not _lives(int(match[2])):
            return True
        return time.time() - entry.stat(follow_symlinks=False).st_mtime > DAY
    except OSError:
        return False


def _lives(process: int) -> bool:
    if sys.platform == "win32":
        return _lives_on_windows(process)
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


def _lives_on_windows(process: int) -> bool:
    """Asked of the system itself: there, os.kill would end it."""
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - known to type checkers on Windows only
    handle = kernel.OpenProcess(0x0010_0000, False, process)  # SYNCHRONIZE
    if not handle:
        return kernel.GetLastError() != 87  # ERROR_INVALID_PARAMETER: there is no such process
    try:
        return kernel.WaitForSingleObject(handle, 0) != 0
    finally:
        kernel.CloseHandle(handle)


def abandon() -> None:
    """Take this process's own temporary files away; for one that is about to end."""
    for path in tuple(_live):
        with contextlib.suppress(OSError):
            Path(path).unlink()
