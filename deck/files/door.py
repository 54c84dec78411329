"""The one door through which files are written. What stands there is replaced if it is proved ours and unchanged, or if that was
asked for; an input never, nor a file of another kind."""

from __future__ import annotations

import contextlib
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from deck.diagnostics import Diagnostic, Severity, Where
from deck.errors import DeckError, InputError, UsageError
from deck.files.seal import FileKind
from deck.files.whole import SeenFile, scratch_prefix, seen, sweep, unwritable, write_atomic
from deck.i18n import _

Proof = Callable[[Path], bool]
TRIES = 5


def put(
    path: Path,
    data: bytes | Iterable[bytes],
    kind: FileKind,
    *,
    overwrite: bool = False,
    inputs: Iterable[Path] = (),
    proof: Proof | None = None,
) -> None:
    """Write sealed `data`. `inputs`: files that the command reads. `proof`: what proves the present file to be replaceable,
    instead of the kind's own. A link is followed. Raises InputError, or UsageError where `path` is an input."""
    real, inputs = _real(path), list(inputs)
    # Another run of ours may write the same file: what it wrote is proved ours, as what stood there before was.
    for time in range(TRIES if isinstance(data, bytes) else 1):
        before = _looked_at(path, real)
        if (found := refusal(path, kind, overwrite=overwrite, inputs=inputs, proof=proof)) is not None:
            if time:
                break
            raise _error(found)
        if write_atomic(real, data, unless=before):
            return
    message = _("the file was changed while we were at work, and is left alone")
    raise InputError.of("edited-file", message, Where(str(path)), _("run the command again"))


def put_mine(path: Path, data: bytes) -> None:
    """Write a file of this repository's own that a tool of its developers makes from its sources: Git keeps what it was."""
    write_atomic(path, data)


def put_back(path: Path, data: bytes, read: bytes) -> None:
    """Write a file of its owner's that they change through us, as long as it holds what was `read` of it. Raises InputError."""
    real = _real(path)
    before = _looked_at(path, real)
    try:
        same = real.read_bytes() == read
    except OSError as error:
        raise unwritable(path, error) from None
    if not same or not write_atomic(real, data, unless=before):
        message = _("the file was changed while we were at work, and is left alone")
        raise InputError.of("edited-file", message, Where(str(path)), _("look at what it says now, and save again"))


def refusal(
    path: Path, kind: FileKind, *, overwrite: bool = False, inputs: Iterable[Path] = (), proof: Proof | None = None
) -> Diagnostic | None:
    """Why `path` may not be written as a file of this kind; None where it may. Commands ask before they begin."""
    where = Where(str(path))

    def no(code: str, message: str, hint: str) -> Diagnostic:
        return Diagnostic(code, Severity.ERROR, message, where, hint)

    try:
        real = _real(path)
        if not real.exists():
            return None
        if any(_same(real, item) for item in inputs):
            return no("same-file", _("the original is never written over"), _("choose another name"))
        mode, size = real.stat().st_mode, real.stat().st_size
        if stat.S_ISDIR(mode):
            return no("unwritable", _("the file cannot be written (there is a folder of that name)"), _("choose another name"))
        if not stat.S_ISREG(mode):
            return no("unwritable", _("the file cannot be written (it is no ordinary file)"), _("choose another name"))
        alike = not size or kind.is_alike(real)
        ours = alike and not overwrite and bool(mode & 0o222) and (proof or kind.is_ours)(real)
    except DeckError as error:
        return error.diagnostics[0]
    except OSError as error:
        return unwritable(path, error).diagnostics[0]
    if not alike:
        return no("other-kind", _("there is a file of another kind, and it is left alone"), _("choose another name"))
    if overwrite:
        return None
    if not mode & 0o222:
        return no("protected-file", _("the file is write-protected, and is left alone"), _or_overwrite())
    if not ours:
        message = _("the file exists already, is not proved to be as deck wrote it, and is left alone")
        return no("edited-file", message, _or_overwrite())
    return None


def _or_overwrite() -> str:
    return _("choose another name, or say --overwrite to replace it")


def _error(found: Diagnostic) -> DeckError:
    return UsageError([found]) if found.code == "same-file" else InputError([found])


def _real(path: Path) -> Path:
    """Where the bytes go: the end of the link, if it is one."""
    try:
        return path.resolve() if path.is_symlink() else path
    except (OSError, RuntimeError):
        raise InputError.of(
            "unwritable", _("the file cannot be written (its link leads nowhere)"), Where(str(path)), _("choose another name")
        ) from None


def _looked_at(path: Path, real: Path) -> SeenFile | None:
    try:
        return seen(real)
    except OSError as error:
        raise unwritable(path, error) from None


def _same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return False


@contextmanager
def borrowed(name: str, data: bytes) -> Iterator[Path]:
    """A folder of its own for another program's work, with a file of `data` in it; gone afterwards with all that was made there.
    Raises InputError where there is no room."""
    try:
        top = Path(tempfile.gettempdir())
        # What a process of ours that was killed had uploaded, say, is nobody's any more.
        sweep(top)
        folder = Path(tempfile.mkdtemp(prefix=f"deck.{scratch_prefix()}", suffix=".tmp", dir=top))
    except OSError as error:
        raise unwritable(Path(tempfile.gettempdir()), error) from None
    try:
        (folder / name).write_bytes(data)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def put_folder(folder: Path, files: Mapping[str, bytes]) -> bool:
    """Write a new folder, all of it or nothing; False where there is one of that name. `files`: path within it → bytes."""
    stage = None
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        sweep(folder.parent)
        if folder.exists():
            return False
        stage = Path(tempfile.mkdtemp(prefix=f".{folder.name}.{scratch_prefix()}", suffix=".tmp", dir=folder.parent))
        for name, data in files.items():
            write_atomic(stage / name, data)
        stage.chmod(0o777 & ~_umask())
        # Two at once: a folder with something in it is never replaced by a rename.
        stage.rename(folder)
        stage = None
    except OSError as error:
        raise unwritable(folder, error) from None
    finally:
        if stage is not None:
            shutil.rmtree(stage, ignore_errors=True)
    return True


def take(path: Path, proof: Proof) -> bool:
    """Take away a file of ours that nothing needs any more, if it is proved to be as we wrote it; whether it went. A folder
    that it was the last in goes, too. Never raises."""
    try:
        if path.is_symlink() or not path.is_file() or not proof(path):
            return False
        path.unlink()
    except OSError:
        return False
    with contextlib.suppress(OSError):
        path.parent.rmdir()
    return True


def lend_folder(within: Path, name: str) -> Path:
    """A new folder of ours for what a process of ours writes; `take_folder` takes it away."""
    return Path(tempfile.mkdtemp(prefix=f"{name}-", dir=within))


def take_folder(folder: Path) -> None:
    """Take away a folder that `put_folder` made and that is proved to be as it was, or one of `lend_folder`'s. Raises OSError."""
    shutil.rmtree(folder)


def _umask() -> int:
    import os

    mask = os.umask(0)
    os.umask(mask)
    return mask
