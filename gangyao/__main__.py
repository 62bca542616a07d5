"""`python -m gangyao`: the command line."""

from gangyao.cli import program

if __name__ == "__main__":
    program()
