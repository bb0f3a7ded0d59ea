"""The shipped language pipeline's network: words in; tags, trees, sentences and names out."""
