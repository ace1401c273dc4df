"""Ties between mentions: what words state, as the reader has them (`stated`), and what names alone tell (`named`)."""
