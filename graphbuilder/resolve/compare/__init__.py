"""How two names, posts or traits compare: the same, two, or perhaps the same. Pure functions of two values."""
