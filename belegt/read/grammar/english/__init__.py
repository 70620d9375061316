"""Who was harmed, in English."""
