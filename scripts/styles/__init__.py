"""The theme's style sheets, cut down to what the site uses."""
