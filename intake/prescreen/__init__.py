"""The pre-screen by telephone: the call sheet, where a caller's words belong on it, and how a call is closed. Pure."""
