"""Commands of the corpus: python corpus/key.py --help"""

import sys

from keying.commands import main

if __name__ == "__main__":
    sys.exit(main())
