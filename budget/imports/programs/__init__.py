"""Tables that other programs and banks write: a module a program, each with the source of its heading."""
