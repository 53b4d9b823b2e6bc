"""What a host serves beside the pages: redirects of renamed pages, robots.txt."""
