"""``python -m fp_build`` is the command ``fp``."""

from fp_build.doors.cli import main

if __name__ == "__main__":
    main(prog_name="fp")
