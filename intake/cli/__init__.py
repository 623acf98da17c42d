"""The command line. Parsing imports nothing heavy; each command imports its room when it runs."""

from intake.cli.main import run

__all__ = ["run"]
