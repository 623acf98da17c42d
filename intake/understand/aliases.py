"""What people call credentials and levels, by option id: for lists of options that bring no aliases of their own."""

ALIASES: dict[str, tuple[str, ...]] = {
    "hs": ("high school", "diploma", "ged", "hs diploma", "12th grade", "no college"),
    "cda": ("cda", "child development associate", "cda credential"),
    "associate": ("associate", "associates", "aa", "as", "aas", "two year degree", "community college degree"),
    "bachelor": (
        *("bachelor", "bachelors", "undergrad", "undergraduate", "four year degree", "college degree"),
        *("ba", "bs", "bsc", "bsn", "bsw", "bed", "bfa", "bba"),
    ),
    "master": (
        *("master", "masters", "ma", "ms", "msc", "msw", "msn", "med", "mph", "mpa", "mpp", "mba", "mft"),
        *("graduate degree", "master of social work"),
    ),
    "doctorate": (
        *("doctorate", "doctoral", "doctor", "doctoral degree", "phd", "psyd", "edd", "dsw", "dnp", "md", "do", "jd"),
    ),
    "none": ("none", "none of those", "neither"),
    "ifa": ("level 1", "level one", "lvl 1", "associate", "infant family associate"),
    "ifs": ("level 2", "level two", "lvl 2", "family specialist", "infant family specialist"),
    "imhs": ("level 3", "level three", "lvl 3", "infant mental health specialist"),
    "imhm": ("level 4", "level four", "lvl 4", "mentor", "infant mental health mentor"),
}
