"""The grammar of figures: tokens -> mentions of people -> predicates of harm -> who was harmed how."""
