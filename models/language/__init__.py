"""Training of the spaCy language pipeline: corpora, training loop, scores, model card."""
