"""Who was harmed, in German."""
