"""Where the outside comes in and results go out: disk, reports, command line, MkDocs."""
