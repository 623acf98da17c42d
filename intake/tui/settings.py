"""What the app remembers of a person's wishes: the theme, and that the first screen was read. No answer is in it."""

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path

#: The file's name in the folder of the cases.
FILE = "settings.json"


@dataclass(frozen=True)
class Settings:
    """`theme` is a theme's name, or empty; `introduced` whether the first screen was read."""

    theme: str = ""
    introduced: bool = False


def read(path: Path) -> Settings:
    """The settings kept at `path`; those that are missing or of another kind are as at the start."""
    try:
        kept = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return Settings()
    kept = kept if isinstance(kept, dict) else {}
    known = {field.name: type(field.default) for field in fields(Settings)}
    return Settings(**{name: kept[name] for name, kind in known.items() if type(kept.get(name)) is kind})


def write(path: Path, settings: Settings) -> None:
    """Keep `settings` at `path`, readable by their owner alone, whole or not at all. Raises OSError."""
    from intake.bundle.files import draft

    with draft(path.parent) as new:
        new.file.write(json.dumps(asdict(settings)).encode())
        new.publish(path)
