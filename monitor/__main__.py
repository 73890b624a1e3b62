"""`python -m monitor` is `monitor`."""

from monitor.cli.main import main

if __name__ == "__main__":
    main()
