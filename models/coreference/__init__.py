"""Learning which antecedent a pronoun has."""
