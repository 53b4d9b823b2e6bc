"""What a page may load and run: its content security policy."""
