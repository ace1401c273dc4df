"""Which ties hold between mentions: those that words state (`stated`), those that names alone tell (`named`)."""
