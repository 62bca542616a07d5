"""`python -m gangyao`: the command line."""

from gangyao.cli import main

if __name__ == "__main__":
    main()
