"""What the search index needs beside the text: the other names of what a page or section teaches."""
