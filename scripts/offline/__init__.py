"""The site as one zip that is unpacked and opened without a server."""
