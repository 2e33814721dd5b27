"""`python -m geotui` is `geotui`."""

from geotui.cli.main import run

if __name__ == "__main__":
    run()
