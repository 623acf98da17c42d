"""What holds for all tests."""

from hypothesis import settings

# How long an example takes is the machine's affair; speed is measured in tests/bench.
settings.register_profile("intake", deadline=None)
settings.load_profile("intake")
