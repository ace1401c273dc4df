"""``python -m graphbuilder`` is the same program as ``graphbuilder``."""

from graphbuilder.cli import main

if __name__ == "__main__":
    main()
