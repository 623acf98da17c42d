"""The hierarchical machine of `transitions`, without the asynchronous ones that it comes with.

These would bring asyncio into every command: 3 MB, and the time to import it. `transitions` goes without them where
there is no asyncio, so for the time of the import there is none.
"""

import sys

_ASYNCHRONOUS = "transitions.extensions.asyncio"

_unwanted = sys.modules.setdefault(_ASYNCHRONOUS, None) is None  # type: ignore[arg-type]  # None: not to be imported
try:
    from transitions.extensions.nesting import HierarchicalMachine, NestedState
finally:
    if _unwanted:
        del sys.modules[_ASYNCHRONOUS]

__all__ = ["HierarchicalMachine", "NestedState"]
