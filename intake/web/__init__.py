"""The app in a browser: who may enter, what they may reach, and the process that each visitor is given.

`visitors`, `address` and `pages` are pure; `guard` and `server` stand on aiohttp, `visit` on textual-serve; `child` and
`driver` are what runs in a visitor's own process.
"""
