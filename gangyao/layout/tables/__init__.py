"""Tables: those whose mark-up says where their cells are (HTML, pipes, tabs), and those of short lines."""
