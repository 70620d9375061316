"""Reading HTML pages, in a process of its own."""
