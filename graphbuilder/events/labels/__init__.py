"""The line that tells an event: which words of its sentence are taken, and how they are shortened."""
